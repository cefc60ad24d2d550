/** The policy book: the whole rule base as pages that people read, print and confirm. */
@NullMarked
package org.hqccp.book;

import org.jspecify.annotations.NullMarked;
