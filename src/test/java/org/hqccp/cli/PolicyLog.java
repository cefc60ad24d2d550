package org.hqccp.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.DiskSpace;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.hqccp.service.Asked;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RecordedDecisions;
import org.hqccp.testcase.SmallPolicy;

/**
 * Decisions of the small policy, recorded in a data folder.
 *
 * @param key the key that signs the log
 * @param answers the answers, as they were given
 */
record PolicyLog(String key, List<String> answers) {

    static PolicyLog decide(Path data, Path rules, int... seats) throws Exception {
        LiveRules live = LiveRules.load(rules, SmallPolicy.CLOCK);
        try (DecisionLog log = open(data)) {
            RecordedDecisions decisions =
                    new RecordedDecisions(new DecisionService(live, SmallPolicy.CLOCK)::decide, log, Runnable::run);
            List<String> answers = new ArrayList<>();
            for (int each : seats) {
                String body =
                        "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"concert\",\"indoors\":true,"
                                + "\"seats\":" + each + ",\"supervised\":true,\"guests\":[{\"name\":\"Ada\"}]}]}";
                byte[] sent = body.getBytes(StandardCharsets.UTF_8);
                byte[] answer = decisions
                        .decide(new Asked("portal", "event-permit", sent, false, null, null))
                        .join()
                        .bytes();
                answers.add(new String(answer, StandardCharsets.UTF_8));
            }
            return new PolicyLog(log.archive().verifierKey().text(), answers);
        }
    }

    /** Decides the example of a decision; its id. */
    static String decideExample(Path data, Path rules, String decision) throws Exception {
        LiveRules live = LiveRules.load(rules, SmallPolicy.CLOCK);
        try (DecisionLog log = open(data)) {
            byte[] sent = String.valueOf(live.current().ruleSet().examples().get(decision))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] answer = new RecordedDecisions(
                            new DecisionService(live, SmallPolicy.CLOCK)::decide, log, Runnable::run)
                    .decide(new Asked("portal", decision, sent, false, null, null))
                    .join()
                    .bytes();
            return new PolicyLog("", List.of(new String(answer, StandardCharsets.UTF_8))).id(0);
        }
    }

    static DecisionLog open(Path data) throws Exception {
        return DecisionLog.open(new Settings(
                data,
                Settings.usualKeyFile(data),
                SqliteStore::open,
                "engine-1",
                SmallPolicy.CLOCK,
                DiskSpace.of(data),
                Runnable::run,
                () -> {}));
    }

    /** The id of an answer. */
    String id(int number) {
        return answers.get(number).replaceFirst(".*\"decisionId\":\"([^\"]+)\".*", "$1");
    }
}
