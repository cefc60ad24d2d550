package org.hqccp.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where rules, test cases and the decision log are, unless an option says otherwise.
 *
 * @param home the folder that holds them
 * @param usualData the folder of the decision log
 */
record Folders(Path home, Path usualData) {

    Folders(Path home) {
        this(home, home.resolve("data"));
    }

    /** The folder the launcher was found in; without a launcher, the working directory. */
    static Folders ofThisInstallation() {
        String home = System.getProperty("hqccp.home");
        return new Folders(home == null ? Path.of("") : Path.of(home));
    }

    /** The rule folder: the one named, else the launcher's, else the one below the working directory. */
    Path rules(@Nullable Path named) {
        return folder(named, "rules");
    }

    Path testCases(@Nullable Path named) {
        return folder(named, "test-cases");
    }

    /** The folder of the decision log, which need not be there yet. */
    Path data(@Nullable Path named) {
        return named == null ? usualData : named;
    }

    private Path folder(@Nullable Path named, String name) {
        if (named != null) {
            return named;
        }
        Path own = home.resolve(name);
        return Files.isDirectory(own) ? own : Path.of(name);
    }
}
