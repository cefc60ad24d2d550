/** Two rule sets side by side: what a change says, whom it touches, and whether it keeps to the equity tests. */
@NullMarked
package org.hqccp.comparison;

import org.jspecify.annotations.NullMarked;
