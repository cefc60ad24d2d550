/** What a case says: typed values, each one known, or unknown with the reason why. */
@NullMarked
package org.hqccp.facts;

import org.jspecify.annotations.NullMarked;
