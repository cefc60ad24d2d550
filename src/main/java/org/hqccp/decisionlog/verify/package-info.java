/** Checks a decision log with nothing but its format and what it says of itself: what writes the log has no part in it. */
@NullMarked
package org.hqccp.decisionlog.verify;

import org.jspecify.annotations.NullMarked;
