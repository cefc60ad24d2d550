package org.hqccp.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that are looked at while they are made: the last good rules decide until the edit is whole, and then the edit does. */
class HalfWrittenTest {
    private static final String FIRST = "event-permit/safety/EV-01-seats.drl";
    private static final String SECOND = "event-permit/safety/EV-02-supervised.drl";

    @TempDir
    private Path folder;

    private Path rules;
    private LiveRules live;
    private String before;

    @BeforeEach
    void copy() throws IOException, RulesRefused {
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        live = LiveRules.load(rules, SmallPolicy.CLOCK);
        before = version();
    }

    private String version() {
        return live.current().ruleSet().version();
    }

    private String statement() {
        return live.current().ruleSet().rules().get("EV-02").statement();
    }

    private String edited(String file) throws IOException {
        return Files.readString(rules.resolve(file))
                .replace("A grown-up is", "An adult is")
                .replace("DESIGN", "HOUSE");
    }

    @Test
    void aFileWrittenInPiecesIsTakenWhenItIsWhole() throws IOException {
        byte[] text = edited(SECOND).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(rules.resolve(SECOND))) {
            for (byte b : text) {
                out.write(b);
                out.flush();
                assertThat(live.refresh()).isFalse();
                assertThat(version()).isEqualTo(before);
                assertThat(live.refused()).isNull();
            }
        }
        assertThat(live.refresh()).isTrue();
        assertThat(statement()).startsWith("An adult is");
    }

    /** A table cut at the end of a row is sound: only its rest tells that it was not whole. */
    @Test
    void atTheEndOfARowATableIsStillNotWhole() throws IOException {
        Path sources = rules.resolve("sources.csv");
        Files.writeString(sources, Files.readString(sources) + "NEW,BK,a page,no\n");
        assertThat(live.refresh()).isFalse();
        Files.writeString(sources, Files.readString(sources) + "NEXT,BK,a page,no\n");
        assertThat(live.refresh()).isFalse();
        assertThat(version()).isEqualTo(before);
        assertThat(live.refresh()).isTrue();
        assertThat(live.current().ruleSet().sources()).containsKeys("NEW", "NEXT");
    }

    @Test
    void aFileMovedIntoPlaceIsTaken() throws IOException {
        Path aside = Files.writeString(folder.resolve("aside"), edited(SECOND));
        Files.move(aside, rules.resolve(SECOND), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(live.refresh()).isFalse();
        assertThat(live.refresh()).isTrue();
        assertThat(statement()).startsWith("An adult is");
    }

    @Test
    void ofTwoWritersNeitherIsLost() throws Exception {
        String first = Files.readString(rules.resolve(FIRST)) + "// by the first\n";
        String second = edited(SECOND);
        Thread other = new Thread(() -> write(FIRST, first));
        other.start();
        write(SECOND, second);
        while (other.isAlive()) {
            live.refresh();
        }
        other.join();
        live.refresh();
        live.refresh();
        assertThat(live.refused()).isNull();
        assertThat(live.current().ruleSet().files()).containsEntry(FIRST, first).containsEntry(SECOND, second);
    }

    private void write(String file, String text) {
        try {
            for (int i = 0; i < 20; i++) {
                Files.writeString(rules.resolve(file), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderThatLosesItsRulesDecidesOn() throws IOException {
        for (String file : live.current().ruleSet().files().keySet()) {
            if (file.endsWith(".drl")) {
                Files.delete(rules.resolve(file));
            }
        }
        assertThat(live.refresh()).isFalse();
        assertThat(live.refresh()).isTrue();
        assertThat(version()).isEqualTo(before);
        assertThat(live.refused().problems()).anyMatch(p -> p.message().contains("the folder holds no rule"));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersGoOn() throws IOException {
        Files.createDirectory(rules.resolve("event-permit/safety/EV-09.drl"));
        live.refresh();
        assertThat(live.refresh()).isTrue();
        assertThat(version()).isEqualTo(before);
        assertThat(live.refused().problems())
                .extracting(p -> p.place())
                .containsExactly("event-permit/safety/EV-09.drl");
        Files.delete(rules.resolve("event-permit/safety/EV-09.drl"));
        assertThat(live.refresh()).isTrue();
        assertThat(live.refused()).isNull();
    }
}
