/** The draw of a program's seats: who takes part comes from the decision {@code lottery}, the order from a published seed. */
@NullMarked
package org.hqccp.lottery;

import org.jspecify.annotations.NullMarked;
