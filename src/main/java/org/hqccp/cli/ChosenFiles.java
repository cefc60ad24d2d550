package org.hqccp.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** Which case files a test run was asked for: by folder, by file, by the rule they mirror, or by a text in their path. */
final class ChosenFiles implements Predicate<String> {
    private final @Nullable String only;
    private final String prefix;
    private final List<String> below = new ArrayList<>();

    ChosenFiles(Path rules, Path cases, @Nullable String only, List<Path> paths) throws Refusal {
        this.only = only;
        this.prefix = absolute(cases).getFileName() + "/";
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
            String name = caseFile(inside.toString().replace('\\', '/'));
            below.add(prefix + name + (name.isEmpty() || !Files.isDirectory(path) ? "" : "/"));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The file with the cases of the rule that has a problem. */
    String mirrored(Problem problem) {
        return prefix + caseFile(problem.file());
    }

    private static String caseFile(String ruleFile) {
        return ruleFile.replaceAll("[.]drl$", ".yaml");
    }

    @Override
    public boolean test(String file) {
        return (only == null || file.contains(only))
                && (below.isEmpty() || below.stream().anyMatch(file::startsWith));
    }
}
