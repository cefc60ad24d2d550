package org.hqccp.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hqccp.decisionlog.format.EntryKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of entry by the word the log has for it. */
final class KindConverter implements ITypeConverter<EntryKind> {
    @Override
    public EntryKind convert(String value) {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.word().equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is no kind of entry; there are "
                        + Arrays.stream(EntryKind.values()).map(EntryKind::word).collect(Collectors.joining(", "))));
    }
}
