package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.json.CaseRefused.Kind;
import org.junit.jupiter.api.Test;

/** The page for applications names every code, with the status it gives, and no other. */
class CaseFormatPageTest {
    private static final Path PAGE = Path.of("docs/case-format.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\| (400|413|422) \\| .+ \\| .+ \\|$");

    @Test
    void thePageNamesExactlyTheCodesThatAreSent() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1) + " " + row.group(2));
            }
        }

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.word() + " " + status(code.kind()))
                        .toList());
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
        };
    }
}
