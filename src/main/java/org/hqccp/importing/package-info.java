/** Files of a district to cases: read as the crosswalk says, with a report of all that was dropped or not understood. */
@NullMarked
package org.hqccp.importing;

import org.jspecify.annotations.NullMarked;
