package org.hqccp.testcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;

/** A policy of five rules about events in a hall, with its test cases, for tests of the runner and of commands. */
public final class SmallPolicy {
    public static final Path FOLDER = Path.of("src/test/resources/testcase");
    public static final Path RULES = FOLDER.resolve("rules");
    public static final Path CASES = FOLDER.resolve("test-cases");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private SmallPolicy() {}

    static LiveRules load() {
        try {
            return LiveRules.load(RULES, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RulesRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** A copy that a test may change. */
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
