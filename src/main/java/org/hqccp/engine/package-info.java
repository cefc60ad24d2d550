/** Evaluates a case twice, with Drools and with three-valued logic, and refuses a decision on which the two differ. */
@NullMarked
package org.hqccp.engine;

import org.jspecify.annotations.NullMarked;
