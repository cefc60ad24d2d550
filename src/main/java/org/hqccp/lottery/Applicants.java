package org.hqccp.lottery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Question;
import org.hqccp.decision.Result;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.engine.Defect;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Lines;
import org.hqccp.service.Decided;
import org.hqccp.service.DecisionService;
import org.hqccp.service.NoSuchDecision;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of applicants to one program, a case a line, and decides for each whether it takes part. A draw over a list with a hole
 * would be unfair to whoever is missing, so nothing is passed over: whatever keeps one applicant undecided is a problem of the whole list.
 */
public final class Applicants {
    private static final String DECISION = "lottery";
    private static final int LONGEST_LINE = 262_144;

    private final DecisionService service;
    private @Nullable String program;
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> students = new HashMap<>();
    private final Map<String, Object> same = new HashMap<>();
    private int withoutDraw;
    private String ruleSetVersion = "";

    /**
     * What a file came to.
     *
     * @param program id of the program
     * @param seats how many seats there are
     * @param entrants who takes part, in the order of the file
     * @param withoutDraw how many have a seat without a draw: where there are enough for all
     * @param ruleSetVersion the rules it was decided by
     */
    public record Listed(String program, int seats, List<Entrant> entrants, int withoutDraw, String ruleSetVersion) {}

    private Applicants(DecisionService service, @Nullable String program) {
        this.service = service;
        this.program = program;
    }

    /**
     * Reads all of it.
     *
     * @param program id of the program; none where each case names only one
     * @param progress told after each line how many there were
     */
    public static Listed read(InputStream in, DecisionService service, @Nullable String program, IntConsumer progress)
            throws IOException, NoSuchDecision, NotReady {
        return new Applicants(service, program).read(in, progress);
    }

    private Listed read(InputStream in, IntConsumer progress) throws IOException, NoSuchDecision, NotReady {
        Lines each = new Lines(in, LONGEST_LINE);
        int count = 0;
        for (byte[] line = each.next(); line != null; line = each.next()) {
            if (each.tooLong()) {
                problem(each.number(), "the line is longer than a case may be");
            } else if (line.length > 0) {
                count++;
                one(line, each.number());
            }
            progress.accept(count);
        }
        Object seats = same.get("seats");
        Object applied = same.get("applicants");
        if (count == 0) {
            problems.add("the file holds no applicant");
        } else if (applied instanceof Number number && count < number.longValue()) {
            problems.add("the cases say that " + number + " have applied, and the file holds " + count
                    + ": a draw would leave some out");
        }
        if (!problems.isEmpty() || program == null || !(seats instanceof Number number)) {
            throw new NotReady(problems);
        }
        return new Listed(program, number.intValue(), List.copyOf(entrants), withoutDraw, ruleSetVersion);
    }

    private void problem(long line, String words) {
        problems.add("line " + line + ": " + words);
    }

    private void one(byte[] json, long line) throws NoSuchDecision {
        Decided decided;
        try {
            decided = service.decide(DECISION, json, false);
        } catch (CaseRefused e) {
            for (CaseProblem each : e.problems()) {
                problem(line, (each.pointer().isEmpty() ? "the case" : each.pointer()) + ": " + each.message());
            }
            return;
        }
        Decision decision = decided.decision();
        ruleSetVersion = decision.ruleSetVersion();
        Result result = result(decision, line);
        if (result == null) {
            return;
        }
        Long before = lines.putIfAbsent(decision.caseId(), line);
        if (before != null) {
            problem(line, "the case id was used before, on line " + before);
        }
        agree(json, line);
        takesPart(decision.caseId(), result, line);
    }

    private @Nullable Result result(Decision decision, long line) {
        List<Result> results = decision.results();
        if (program == null && results.size() == 1) {
            program = results.get(0).subject();
        }
        for (Result result : results) {
            if (result.subject().equals(program)) {
                return result;
            }
        }
        problem(
                line,
                program == null
                        ? "the case names " + results.size() + " programs; say which one the draw is for"
                        : "the case does not name the program '" + program + "'");
        return null;
    }

    private void takesPart(String ref, Result result, long line) {
        switch (result.outcome()) {
            case "IN_THE_DRAW" -> entrants.add(new Entrant(ref, number(result, "tickets"), number(result, "drawTurn")));
            case "AFTER_THE_LIST" -> entrants.add(new Entrant(ref, 1, Entrant.LATE));
            case "SEAT_WITHOUT_DRAW" -> withoutDraw++;
            case Decision.INDETERMINATE ->
                problem(line, "it is not known yet whether the applicant takes part. " + asked(result));
            default -> problem(line, "the applicant is not in a draw: " + result.words());
        }
    }

    private static int number(Result result, String name) {
        if (result.values().get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new Defect("an applicant in the draw has no " + name);
    }

    private static String asked(Result result) {
        return result.questions().stream().map(Question::question).findFirst().orElse("");
    }

    /** One draw has one number of seats; and no student has two chances. */
    private void agree(byte[] json, long line) {
        Map<String, @Nullable Object> read;
        try {
            read = JsonReader.readObject(json);
        } catch (FormatException e) {
            throw new IllegalStateException("a case that was decided is JSON", e);
        }
        if (read.get("student") instanceof Map<?, ?> student && student.get("studentRef") instanceof String ref) {
            Long before = students.putIfAbsent(ref, line);
            if (before != null) {
                problem(line, "the student was on line " + before + " already");
            }
        }
        if (read.get("programs") instanceof List<?> programs) {
            for (Object each : programs) {
                if (each instanceof Map<?, ?> facts && String.valueOf(program).equals(facts.get("id"))) {
                    for (String name : List.of("seats", "applicants")) {
                        Object value = facts.get(name);
                        Object first = value == null ? null : same.putIfAbsent(name, value);
                        if (first != null && !first.equals(value)) {
                            problem(line, "the number of " + name + " is not the one of the lines before");
                        }
                    }
                }
            }
        }
    }
}
