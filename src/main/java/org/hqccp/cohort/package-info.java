/** Cohorts: files of cases with the groups their students belong to standing beside each case, and a generator of made-up ones. */
@NullMarked
package org.hqccp.cohort;

import org.jspecify.annotations.NullMarked;
