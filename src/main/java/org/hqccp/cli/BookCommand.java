package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hqccp.book.Book;
import org.hqccp.facts.Plural;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.RulesRefused;
import org.hqccp.testcase.CaseFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the policy book. */
@Command(
        name = "book",
        description = {
            "Writes the policy book: every rule in English, with its source, dates, facts, test cases and own words.",
            "It is a folder of pages for any browser, to read, to print and to pass on; begin at index.html.",
            "The same rules and test cases give the same pages. A page of a rule that is gone is deleted."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp book                              into the folder policy-book",
            "  hqccp book --out meeting                into another folder",
            "  hqccp book --rules ../my-rules          the book of another rule folder"
        })
final class BookCommand implements Callable<Integer> {
    /** A folder that holds this, and what the book writes, and nothing else, may be written anew. */
    private static final String FIRST = "index.html";

    private final Screen screen;
    private final Folders folders;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write. Default: policy-book.")
    private Path out = Path.of("policy-book");

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CasesOption cases = new CasesOption();

    BookCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        RuleSet ruleSet = CheckedRules.read(folders.rules(rules.folder()));
        CaseFolder read = cases(ruleSet);
        Map<String, byte[]> pages = Book.of(ruleSet, read).pages();
        write(pages);
        if (read != null && !read.problems().isEmpty()) {
            screen.err().print(new ProblemReport(screen).text(read.problems()));
        }
        screen.out()
                .println(Plural.of(pages.size(), "file") + " of the policy book, version "
                        + ruleSet.version().substring(0, 12) + ": begin at " + out.resolve(FIRST));
        screen.out().flush();
        return read != null && !read.problems().isEmpty() ? ExitCode.TEST_CASES_FAILED.code() : ExitCode.FINE.code();
    }

    private @Nullable CaseFolder cases(RuleSet ruleSet) throws IOException, Refusal {
        Path folder = folders.testCases(cases.folder());
        if (Files.isDirectory(folder)) {
            return CaseFolder.read(folder, ruleSet, file -> true);
        } else if (cases.folder() != null) {
            throw new Refusal("there is no case folder " + folder + "; name one with --cases.");
        }
        return null;
    }

    private void write(Map<String, byte[]> pages) throws IOException, Refusal {
        List<Path> before = before();
        for (Map.Entry<String, byte[]> page : pages.entrySet()) {
            Path file = out.resolve(page.getKey());
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), page.getValue())) {
                Files.write(file, page.getValue());
            }
        }
        for (Path file : before) {
            if (!pages.containsKey(out.relativize(file).toString().replace('\\', '/'))) {
                Files.delete(file);
            }
        }
    }

    /** The files of an older book. A folder that holds anything else is somebody's own, and is left alone. */
    private List<Path> before() throws IOException, Refusal {
        List<Path> files = new ArrayList<>();
        if (!Files.exists(out)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(out)) {
            walk.filter(f -> !Files.isDirectory(f)).forEach(files::add);
        }
        TreeSet<String> others = new TreeSet<>();
        for (Path file : files) {
            String name = out.relativize(file).toString().replace('\\', '/');
            if (!name.matches("((rules|facts|decisions)/)?[A-Za-z0-9_.~-]+[.]html|book[.]css")) {
                others.add(name);
            }
        }
        boolean empty = files.isEmpty();
        boolean book = Files.isRegularFile(out.resolve("book.css")) && Files.isRegularFile(out.resolve(FIRST));
        if (!Files.isDirectory(out) || !others.isEmpty() || !empty && !book) {
            throw new Refusal(out + " holds something else than a policy book"
                    + (others.isEmpty() ? "" : ", such as " + others.first())
                    + "; name a folder that is new or empty with --out.");
        }
        return files;
    }
}
