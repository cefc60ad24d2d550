/** The routes: a body comes in, a decision or a problem goes out, and nothing is decided here. */
@NullMarked
package org.hqccp.http;

import org.jspecify.annotations.NullMarked;
