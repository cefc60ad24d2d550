package org.hqccp.importing;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How files are to be read.
 *
 * @param format one of the formats of the crosswalk
 * @param asOf the day the cases are decided for: records that are over, or not yet begun, on it say nothing
 * @param complete kinds of records that are said to name everybody they could name: who is not in them is known to be none of theirs
 * @param delimiter what stands between the cells of a table
 * @param encoding how the letters of tables are written, where it is not UTF-8
 * @param constantFrom from how many students on one same value for everybody is doubted
 */
public record ImportOptions(
        String format,
        LocalDate asOf,
        Set<String> complete,
        char delimiter,
        @Nullable Charset encoding,
        int constantFrom) {
    /** As for small groups elsewhere: fewer are no evidence that a column was filled by a machine. */
    public static final int USUAL_CONSTANT_FROM = 30;

    public static ImportOptions usual(String format, LocalDate asOf) {
        return new ImportOptions(format, asOf, Set.of(), ',', null, USUAL_CONSTANT_FROM);
    }
}
