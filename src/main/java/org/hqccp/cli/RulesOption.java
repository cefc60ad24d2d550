package org.hqccp.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --rules}: by which rules a command goes. */
final class RulesOption {
    @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder. Default: rules.")
    private @Nullable Path rules;

    @Nullable
    Path folder() {
        return rules;
    }
}
