/** The decision log: an answer is given only after it is written, and what is written can be proved and decided again. */
@NullMarked
package org.hqccp.decisionlog;

import org.jspecify.annotations.NullMarked;
