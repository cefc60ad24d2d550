/** The test cases policy staff write: reading them, running them, and showing which rules no case exercises. */
@NullMarked
package org.hqccp.testcase;

import org.jspecify.annotations.NullMarked;
