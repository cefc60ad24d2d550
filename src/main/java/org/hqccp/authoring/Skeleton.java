package org.hqccp.authoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files to begin with.
 *
 * @param ruleFiles text by path below the rule folder, none of which may be there yet
 * @param caseFiles text by path below the case folder, none of which may be there yet
 * @param supportRow a line for supports.csv; none where no support is added
 */
public record Skeleton(
        Map<String, String> ruleFiles,
        Map<String, String> caseFiles,
        @Nullable String supportRow) {}
