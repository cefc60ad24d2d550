/**
 * Pathway eligibility written by hand, without the rule files: the same facts, a finding for every rule, the outcome of every program. It is
 * what the service is measured against, and a reading of the policy of its own that the service must agree with.
 */
@NullMarked
package org.hqccp.bench.handwritten;

import org.jspecify.annotations.NullMarked;
