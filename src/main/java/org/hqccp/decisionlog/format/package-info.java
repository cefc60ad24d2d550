/** The exact bytes of the decision log, and the arithmetic that proves them: nothing here knows how they are stored or who asks. */
@NullMarked
package org.hqccp.decisionlog.format;

import org.jspecify.annotations.NullMarked;
