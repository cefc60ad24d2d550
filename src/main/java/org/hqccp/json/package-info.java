/** The one written form of cases and decisions: strictly read, and always written the same way, byte for byte. */
@NullMarked
package org.hqccp.json;

import org.jspecify.annotations.NullMarked;
