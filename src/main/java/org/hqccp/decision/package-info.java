/** What the service answers: an outcome, the findings that lead to it, and the version of the rules that gave it. */
@NullMarked
package org.hqccp.decision;

import org.jspecify.annotations.NullMarked;
