/** Load on the whole service, which runs as a process of its own. */
@NullMarked
package org.hqccp.bench.load;

import org.jspecify.annotations.NullMarked;
