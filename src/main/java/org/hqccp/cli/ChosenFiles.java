package org.hqccp.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which case files a test run was asked for: by folder, by file, by the rule they mirror, or by a text in their path. */
final class ChosenFiles implements Predicate<String> {
    private final @Nullable String only;
    private final List<String> below = new ArrayList<>();

    ChosenFiles(Path rules, Path cases, @Nullable String only, List<Path> paths) throws Refusal {
        this.only = only;
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new Refusal("there is no " + path + ".");
            }
            Path caseRoot = absolute(cases);
            Path ruleRoot = absolute(rules);
            Path asked = absolute(path);
            if (!asked.startsWith(caseRoot) && !asked.startsWith(ruleRoot)) {
                throw new Refusal(path + " lies neither in the case folder " + cases + " nor in the rule folder "
                        + rules + "; name another case folder with --cases.");
            }
            Path inside = asked.startsWith(caseRoot) ? caseRoot.relativize(asked) : ruleRoot.relativize(asked);
            String name = inside.toString().replace('\\', '/').replaceAll("[.]drl$", ".yaml");
            below.add(
                    name.isEmpty()
                            ? caseRoot.getFileName() + "/"
                            : caseRoot.getFileName() + "/" + name + (Files.isDirectory(path) ? "/" : ""));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    @Override
    public boolean test(String file) {
        return (only == null || file.contains(only))
                && (below.isEmpty() || below.stream().anyMatch(file::startsWith));
    }
}
