package org.hqccp.testcase;

import org.jspecify.annotations.Nullable;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param noticedBy the place of the test case that fails with it; none where every case passes
 * @param caseFile the file that a case which would notice it belongs into; none where it is noticed, or no such case was found
 * @param caseText that case, ready to paste
 */
public record MutantResult(
        Mutant mutant,
        @Nullable String noticedBy,
        @Nullable String caseFile,
        @Nullable String caseText) {

    public boolean isNoticed() {
        return noticedBy != null;
    }

    /** Whether no case can tell it from the rules as they are written. */
    public boolean isSame() {
        return mutant.same() != null;
    }

    static MutantResult noticed(Mutant mutant, String by) {
        return new MutantResult(mutant, by, null, null);
    }
}
