package org.hqccp.testcase;

import java.util.List;

/**
 * How one case came out.
 *
 * @param file its file
 * @param line its line there
 * @param name its name
 * @param differences where it came out otherwise; none where it passed
 */
public record CaseResult(String file, int line, String name, List<Difference> differences) {

    public boolean passed() {
        return differences.isEmpty();
    }
}
