package org.hqccp.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hqccp.rulelanguage.Problem;

/**
 * Takes out what only repeats another problem: a name is not wrong because the file that declares it is. It is told once that file is right,
 * if it is wrong then.
 */
final class Echoes {
    private static final Set<String> OF_NAMES =
            Set.of("FACT", "ENTITY", "LIST", "PATH", "PARAMETER", "SOURCE", "CODE", "SUPPORT", "OUTCOME");
    private static final Map<String, String> TABLES =
            Map.of("SOURCE", "sources.csv", "PARAMETER", "parameters.csv", "CODE", "messages.csv supports.csv");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final Map<String, String> files;
    private final Set<String> faulty = new TreeSet<>();

    private Echoes(Map<String, String> files, List<Problem> problems) {
        this.files = files;
        problems.forEach(problem -> faulty.add(problem.file()));
    }

    static void remove(List<Problem> problems, Map<String, String> files) {
        Echoes echoes = new Echoes(files, problems);
        problems.removeIf(echoes::isOne);
    }

    private boolean isOne(Problem problem) {
        if (problem.code().equals("ROLL_UP")) {
            return isConcludedByAFaultyRule(problem);
        }
        return OF_NAMES.contains(problem.code())
                && faulty.stream()
                        .filter(file -> !file.endsWith(".drl") && !file.equals(problem.file()))
                        .anyMatch(file -> files.containsKey(file)
                                ? names(problem, files.getOrDefault(file, ""))
                                : TABLES.getOrDefault(problem.code(), "").contains(file));
    }

    private static boolean names(Problem problem, String text) {
        return QUOTED.matcher(problem.message())
                .results()
                .anyMatch(quoted -> Pattern.compile(
                                "(?<![A-Za-z0-9_.])" + Pattern.quote(quoted.group(1)) + "(?![A-Za-z0-9_])",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find());
    }

    /** Its code may be said by a rule that could not be read. */
    private boolean isConcludedByAFaultyRule(Problem problem) {
        String code = problem.message().substring(problem.message().lastIndexOf(' ') + 1);
        String folder = problem.file().substring(0, problem.file().indexOf('/') + 1);
        return faulty.stream()
                .filter(file -> file.endsWith(".drl") && file.startsWith(folder))
                .anyMatch(file -> files.getOrDefault(file, "").contains('"' + code + '"'));
    }
}
