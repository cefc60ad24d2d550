/** Says in plain words why an outcome was reached, why another was not, and which missing fact or smallest change matters. */
@NullMarked
package org.hqccp.explanation;

import org.jspecify.annotations.NullMarked;
