/** Properties of the policy as it stands in {@code rules/}: random cases, guard rails and the words of the answers. */
@NullMarked
package org.hqccp.policy;

import org.jspecify.annotations.NullMarked;
