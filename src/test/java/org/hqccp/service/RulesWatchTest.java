package org.hqccp.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit of the rules is taken when it is sound, told when it is not, and nothing stops the watch. */
class RulesWatchTest {
    private static final String RULE = "event-permit/safety/EV-02-supervised.drl";
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Path rules;
    private LiveRules live;
    private RulesWatch watch;

    @BeforeEach
    void copy() throws IOException, RulesRefused {
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        live = LiveRules.load(rules, SmallPolicy.CLOCK);
    }

    @AfterEach
    void stop() {
        if (watch != null) {
            watch.close();
        }
    }

    private void watch() {
        watch = new RulesWatch(live, Duration.ofMillis(20), new RulesWatch.Listener() {
            @Override
            public void reloaded() {
                told.add("reloaded");
            }

            @Override
            public void refused() {
                told.add("refused");
            }
        });
    }

    @Test
    void aSoundEditIsTakenAndABrokenOneIsToldWithItsPlace() throws Exception {
        String before = live.current().ruleSet().version();
        watch();
        edit("A grown-up is in the room", "A grown-up is with the guests");
        assertThat(next()).isEqualTo("reloaded");
        String after = live.current().ruleSet().version();
        assertThat(after).isNotEqualTo(before);

        edit("supervised == true", "supervisd == true");
        assertThat(next()).isEqualTo("refused");
        assertThat(live.current().ruleSet().version()).isEqualTo(after);
        assertThat(live.refused().problems()).extracting(Problem::place).anyMatch(p -> p.startsWith(RULE + ":"));

        edit("supervisd == true", "supervised == true");
        waitUntilNothingIsRefused();
        assertThat(live.current().ruleSet().version()).isEqualTo(after);
    }

    @Test
    void aFolderThatIsGoneForAWhileStopsNothing() throws Exception {
        Path aside = folder.resolve("aside");
        watch();
        Files.move(rules, aside);
        waitUntilReadable(false);
        assertThat(live.current().ruleSet().rules()).isNotEmpty();
        Files.move(aside, rules);
        waitUntilReadable(true);

        edit("A grown-up is in the room", "A grown-up is with the guests");
        assertThat(next()).isEqualTo("reloaded");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        watch();
        Files.write(rules.resolve("event-permit/safety/EV-09-x.drl"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(next()).isEqualTo("refused");
        assertThat(live.refused().problems()).extracting(Problem::code).containsExactly("ENCODING");
    }

    @Test
    void aRefusedEditIsCheckedOnceNotEverySecond() throws Exception {
        edit("supervised == true", "supervisd == true");

        assertThat(live.refresh()).as("not settled yet").isFalse();
        assertThat(live.refresh()).isTrue();
        LiveRules.RefusedEdit first = live.refused();
        assertThat(live.refresh()).isFalse();
        assertThat(live.refused()).isSameAs(first);
    }

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    private void waitUntilNothingIsRefused() throws InterruptedException {
        for (int i = 0; i < 1_500 && live.refused() != null; i++) {
            Thread.sleep(20);
        }
        assertThat(live.refused()).isNull();
    }

    private void waitUntilReadable(boolean readable) throws InterruptedException {
        for (int i = 0; i < 1_500 && live.folderReadable() != readable; i++) {
            Thread.sleep(20);
        }
        assertThat(live.folderReadable()).isEqualTo(readable);
    }

    private void edit(String from, String to) throws IOException {
        Path file = rules.resolve(RULE);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
