package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the rules while cases come in. */
class ReloadTest {
    private static final int EDITS = 6;

    @Test
    void editsAreTakenAndBrokenOnesLeftWithNoFailedRequest(@TempDir Path folder) throws Exception {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        Path file = rules.resolve("event-permit/safety/EV-02-supervised.drl");
        String sound = Files.readString(file);
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        Set<String> versions = new ConcurrentSkipListSet<>();
        try (TestServer server = TestServer.start(TestServer.SETTINGS, TestServer.rules(rules))) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread caller = new Thread(() -> call(server, over, failed, versions));
                caller.start();
                callers.add(caller);
            }
            for (int edit = 0; edit < EDITS; edit++) {
                String before = server.rules.current().ruleSet().version();
                if (edit % 2 == 0) {
                    Files.writeString(file, sound.replace("is in the room", "is in room " + edit));
                    await(() -> !server.rules.current().ruleSet().version().equals(before));
                } else {
                    Files.writeString(file, "rule \"broken");
                    await(() -> server.rules.refused() != null);
                    assertThat(server.rules.current().ruleSet().version()).isEqualTo(before);
                }
            }
            over.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(failed).isEmpty();
        assertThat(versions).as("rule sets that decided").hasSizeGreaterThan(2);
    }

    private static void call(
            TestServer server, AtomicBoolean over, ConcurrentLinkedQueue<String> failed, Set<String> versions) {
        while (!over.get()) {
            try {
                Answer answer = server.decide(TestServer.CASE);
                if (answer.status() == 200) {
                    versions.add(answer.json().at("/decision/ruleSetVersion").asText());
                } else {
                    failed.add(answer.body());
                }
            } catch (Exception e) {
                failed.add(e.toString());
            }
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.holds()).isTrue();
    }
}
