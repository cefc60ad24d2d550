package org.hqccp.rulelanguage;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSetReader;

/**
 * Folders of wrong rule files. Each lays its files over the policy about school trips: a file replaces the one at the same path, a file that
 * ends in {@code .added} is written behind it, {@code without.txt} names files to leave out. Beside the folder stands what its author is told.
 */
final class Corpus {
    private static final Path ROOT = Path.of("src/test/resources/rulelanguage");

    private Corpus() {}

    /** The folders of one kind, by name. */
    static List<Path> of(String kind) {
        try (Stream<Path> folders = Files.list(ROOT.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the policy with the changes of a folder to a place of its own. */
    static Path laidOut(Path folder, Path into) throws IOException {
        for (var file : Trips.files().entrySet()) {
            write(into.resolve(file.getKey()), file.getValue());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lay(file, into.resolve(folder.relativize(file).toString()), into);
            }
        }
        return into;
    }

    private static void lay(Path file, Path place, Path into) throws IOException {
        String name = place.toString();
        if (place.endsWith("without.txt")) {
            for (String gone : Files.readAllLines(file)) {
                Files.delete(into.resolve(gone));
            }
        } else if (name.endsWith(".added")) {
            Path base = Path.of(name.substring(0, name.length() - ".added".length()));
            write(base, Files.readString(base) + Files.readString(file));
        } else {
            write(place, Files.readString(file));
        }
    }

    private static void write(Path place, String text) throws IOException {
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    /** What is wrong with a folder as it lies there. */
    static List<Problem> problems(Path folder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(folder, problems);
        RuleSetReader.read(files, problems);
        problems.sort(null);
        return problems;
    }

    /**
     * The problems that lead to no place: no line and column of a file that is there. A file that is missing has none, and is named with
     * what it should hold.
     */
    static List<Problem> withoutPlace(Path folder, List<Problem> problems) throws IOException {
        List<Problem> without = new ArrayList<>();
        for (Problem problem : problems) {
            Path file = folder.resolve(problem.file());
            boolean missing = !Files.exists(file) && problem.code().equals("MISSING") && problem.advice() != null;
            if (!missing && !(Files.isRegularFile(file) && stands(problem, Files.readString(file)))) {
                without.add(problem);
            }
        }
        return without;
    }

    private static boolean stands(Problem problem, String text) {
        List<String> lines = List.of(text.split("\\R", -1));
        return problem.line() >= 1
                && problem.line() <= lines.size()
                && problem.column() >= 1
                && problem.column() <= lines.get(problem.line() - 1).length() + 1;
    }

    /** What the author is told, a line a problem. */
    static String told(List<Problem> problems) {
        return problems.stream().map(problem -> problem + "\n").collect(joining());
    }

    /** What the author of a folder must be told; written anew with {@code -Dexpected=rewrite}. */
    static String expected(Path folder, String told) throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".problem");
        if ("rewrite".equals(System.getProperty("expected"))) {
            Files.writeString(beside, told);
        }
        return Files.readString(beside);
    }
}
