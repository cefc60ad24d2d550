package org.hqccp.comparison;

import java.util.Set;
import org.hqccp.cohort.CohortLine;
import org.jspecify.annotations.Nullable;

/**
 * One case to decide under both rule sets.
 *
 * @param number its place among all cases, from 1
 * @param name how to speak of it in an example; none where it must not be told apart
 * @param caseJson the case
 * @param decisions the decisions it is for; empty where every decision may be asked
 * @param cohort what stands beside it in a cohort; none for any other case
 */
public record CaseItem(
        long number,
        @Nullable String name,
        byte[] caseJson,
        Set<String> decisions,
        @Nullable CohortLine cohort) {}
