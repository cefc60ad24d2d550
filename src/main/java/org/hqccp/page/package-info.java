/** Pages of text for people: on a terminal, from a route, or to file. */
@NullMarked
package org.hqccp.page;

import org.jspecify.annotations.NullMarked;
