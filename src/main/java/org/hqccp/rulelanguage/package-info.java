/** Turns rule files into a checked, typed model, or into problems that name the file, the line and what to do. */
@NullMarked
package org.hqccp.rulelanguage;

import org.jspecify.annotations.NullMarked;
