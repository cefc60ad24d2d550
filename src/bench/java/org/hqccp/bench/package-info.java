/** Benchmarks, each against its baseline in the same run. No part of the service or of its tests. */
@NullMarked
package org.hqccp.bench;

import org.jspecify.annotations.NullMarked;
