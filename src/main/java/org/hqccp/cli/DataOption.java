package org.hqccp.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}: whose log a command works on. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of a service. Default: data.")
    private @Nullable Path data;

    @Nullable
    Path folder() {
        return data;
    }
}
