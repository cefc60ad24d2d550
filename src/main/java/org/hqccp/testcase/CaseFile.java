package org.hqccp.testcase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test-case file.
 *
 * @param file its path, from the name of the case folder on
 * @param decision the decision its cases ask for
 * @param rule the rule whose cases these are; none for whole cases
 * @param cases its cases in the order written, those with problems left out
 */
public record CaseFile(
        String file, String decision, @Nullable String rule, List<TestCase> cases) {}
