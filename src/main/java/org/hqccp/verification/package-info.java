/** Looks at rules without any case: rules that can never apply, contradict or repeat another, gaps, and what nothing reads. */
@NullMarked
package org.hqccp.verification;

import org.jspecify.annotations.NullMarked;
