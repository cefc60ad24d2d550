/** A set of rules that was loaded and checked as a whole: its parameters, its facts, its content hash, its last good state. */
@NullMarked
package org.hqccp.ruleset;

import org.jspecify.annotations.NullMarked;
