package org.hqccp.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --cases}: the folder of the test cases. */
final class CasesOption {
    @Option(names = "--cases", paramLabel = "DIR", description = "The case folder. Default: test-cases.")
    private @Nullable Path cases;

    @Nullable
    Path folder() {
        return cases;
    }
}
