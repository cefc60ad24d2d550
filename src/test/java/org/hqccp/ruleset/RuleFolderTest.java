package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read are told one by one, and keep no other file from being read. */
class RuleFolderTest {
    private static final String RULE = "event-permit/safety/EV-02-supervised.drl";

    @TempDir
    private Path temp;

    private Path rules;
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        rules = SmallPolicy.copy(SmallPolicy.RULES, temp.resolve("rules"));
    }

    private List<String> told() throws IOException {
        SortedMap<String, String> files = RuleFolder.read(rules, problems);
        assertThat(files).as("the other files").containsKey("parameters.csv");
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void aFolderWithTheNameOfAFile() throws IOException {
        Files.createDirectories(rules.resolve("event-permit/safety/EV-09.drl/inside"));
        assertThat(told())
                .containsExactly(
                        "event-permit/safety/EV-09.drl UNREADABLE this is a folder, and its name is that of a file"
                                + " (rename the folder)");
    }

    @Test
    void aLinkThatLeadsNowhereOrInACircle() throws IOException {
        Files.createSymbolicLink(rules.resolve("gone.csv"), Path.of("nowhere.csv"));
        Files.createSymbolicLink(rules.resolve("circle.yaml"), Path.of("circle.yaml"));
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "circle.yaml UNREADABLE this is no file that can be read (put a text file in its place)",
                        "gone.csv UNREADABLE this is no file that can be read (put a text file in its place)");
    }

    @Test
    void aFileAndAFolderThisAccountMayNotRead() throws IOException {
        Files.setPosixFilePermissions(rules.resolve(RULE), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(rules.resolve("facts"), PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(rules.resolve(RULE)), "SKIPPED: this account may read every file");
            assertThat(told())
                    .containsExactlyInAnyOrder(
                            RULE + " UNREADABLE it cannot be read (let the account of this program read it)",
                            "facts UNREADABLE it cannot be read (let the account of this program read it)");
        } finally {
            Files.setPosixFilePermissions(rules.resolve("facts"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(rules.resolve(RULE), new byte[] {'r', 'u', (byte) 0xe9, 'l'});
        assertThat(told())
                .containsExactly(RULE + ":1:3 ENCODING the file is not UTF-8 text from here on (save it as UTF-8)");
    }

    @Test
    void theMarkThatSomeEditorsBeginWithIsNoText() throws IOException {
        for (String file : List.of(RULE, "parameters.csv", "facts/event.yaml")) {
            Files.writeString(rules.resolve(file), "\uFEFF" + Files.readString(rules.resolve(file)));
        }
        RuleSet marked = RuleSetReader.read(RuleFolder.read(rules, problems), problems);
        RuleSet plain = RuleSetReader.read(RuleFolder.read(SmallPolicy.RULES, problems), problems);
        assertThat(problems).isEmpty();
        assertThat(marked.version()).isEqualTo(plain.version());
    }

    @Test
    void foldersThatAreNestedTooDeepAreTold() throws IOException {
        Path deep = rules.resolve("a/b/c/d/e/f/g");
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("EV-09.drl"), "rule");
        assertThat(told())
                .containsExactly("a/b/c/d/e/f PLACE the folders are nested too deep to be read"
                        + " (rules stand in <decision>/<group>/)");
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyFolder() {
        assertThatThrownBy(() -> RuleFolder.read(temp.resolve("gone"), problems))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFolderWithoutRulesIsAProblem() throws IOException {
        RuleSetReader.read(RuleFolder.read(Files.createDirectory(temp.resolve("empty")), problems), problems);
        assertThat(problems).extracting(Problem::message).contains("the folder holds no rule files");
        problems.clear();
        for (String file : RuleFolder.read(rules, problems).keySet()) {
            if (file.endsWith(".drl")) {
                Files.delete(rules.resolve(file));
            }
        }
        assertThat(RuleSetReader.read(RuleFolder.read(rules, problems), problems))
                .isNull();
        assertThat(problems)
                .extracting(Problem::toString)
                .contains(
                        "rules EMPTY the folder holds no rule: nothing could be decided (put back the files whose names end in .drl)");
    }
}
