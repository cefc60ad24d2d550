/** The command line: one command a class, and the only place where the parts are put together. */
@NullMarked
package org.hqccp.cli;

import org.jspecify.annotations.NullMarked;
