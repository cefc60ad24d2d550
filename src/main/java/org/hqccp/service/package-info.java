/** The things the service is asked to do: decide a case, replay a decision, compare two rule sets. */
@NullMarked
package org.hqccp.service;

import org.jspecify.annotations.NullMarked;
