package org.hqccp.explanation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.decision.Change;
import org.hqccp.decision.Decision;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;

/** A policy about clubs with the rules a test writes, made in memory: the first is C-01, the next C-02, and so on. */
final class ClubPolicy {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String FACTS = """
            entity: club
            label: club
            list: clubs
            key: id
            facts:
              id: {label: name of the club, type: text, class: GREEN, question: 'What is it called?', ask: keeper, change: nobody}
              open: {label: open door, type: yes-no, class: GREEN, question: 'Is the door open?', ask: keeper, change: school}
              loud: {label: loud music, type: yes-no, class: GREEN, question: 'Is the music loud?', ask: keeper, change: school}
              rooms: {label: number of rooms, type: whole-number, unit: rooms, min: 0, max: 5, class: GREEN, question: 'How many rooms?', ask: keeper, change: school}
              chairs: {label: number of chairs, type: whole-number, unit: chairs, min: 0, class: GREEN, question: 'How many chairs?', ask: keeper, change: school}
              fee: {label: price of a ticket, type: number, unit: dollars, min: 0, class: GREEN, question: 'What does it cost?', ask: keeper, change: school}
              level: {label: level of noise, type: one-of, ordered: true, values: {LOW: low, MID: middle, HIGH: high}, class: GREEN, question: 'How loud is it?', ask: keeper, change: school}
              style: {label: style of the club, type: one-of, values: {A: art, B: ball games, C: code}, class: GREEN, question: 'Which style?', ask: keeper, change: school}
              tools: {label: tools at hand, type: set-of, values: {SAW: saw, DRILL: drill, GLUE: glue}, class: GREEN, question: 'Which tools?', ask: keeper, change: school}
              ages: {label: ages that may come, type: set-of-numbers, min: 6, max: 13, class: GREEN, question: 'Which ages?', ask: keeper, change: school}
              towns: {label: towns it serves, type: set-of-texts, class: GREEN, question: 'Which towns?', ask: keeper, change: school}
              town: {label: town of the club, type: text, class: GREEN, question: 'Which town?', ask: keeper, change: nobody}
              visitors: {label: number of visitors, type: whole-number, unit: students, min: 0, class: GREEN, question: 'How many visitors?', ask: keeper, change: school}
              opened: {label: day of the opening, type: date, class: GREEN, question: 'When?', ask: keeper, change: school}
              secret: {label: secret, type: yes-no, class: AMBER, question: 'Is there a secret?', ask: keeper, change: school}
              dropped: {label: thing not stored, type: yes-no, class: GREEN, never-store: true, question: 'Is it so?', ask: keeper, change: school}
              fixed: {label: fixed thing, type: yes-no, class: GREEN, question: 'Is it fixed?', ask: keeper, change: nobody}
              handedIn: {label: form handed in, type: yes-no, class: GREEN, question: 'Is the form handed in?', ask: keeper, change: student}
              calm: {label: calm place, type: yes-no, is: open == false && loud == false}
              seats: {label: number of places, type: whole-number, unit: places, is: chairs + rooms * 4}
              indoorSeats: {label: number of places inside, type: whole-number, unit: places, is: 'if( open == true, chairs, 0 )'}
              price: {label: price of a chair, type: number, unit: dollars, is: fee / chairs}
              toolCount: {label: number of tools, type: whole-number, unit: tools, is: count( tools )}
              codeLessons: {label: number of code lessons, type: whole-number, unit: lessons, is: 'count( lessons, kind == "CODE" )'}
              unready: {label: number of lessons not ready, type: whole-number, unit: lessons, is: 'count( lessons, ready == false )'}
              hours: {label: hours of code lessons, type: number, unit: hours, is: 'sum( lessons, hours, kind == "CODE" )'}
              longest: {label: longest lesson, type: number, unit: hours, is: 'max( lessons, hours )'}
              branchCount: {label: number of branches, type: whole-number, unit: branches, is: count( branches )}
              age: {label: age of the club in years, type: whole-number, unit: years, is: 'age( opened, case.asOf )'}
            """;
    private static final String LESSON = """
            entity: lesson
            label: lesson
            list: lessons
            of: club
            facts:
              kind: {label: kind of lesson, type: one-of, values: {ART: art, CODE: code}, class: GREEN, question: 'Which kind?', ask: keeper, change: nobody}
              hours: {label: hours of the lesson, type: number, unit: hours, min: 0.5, max: 3, class: GREEN, question: 'How long?', ask: keeper, change: school}
              ready: {label: lesson made ready, type: yes-no, class: GREEN, question: 'Is it ready?', ask: keeper, change: school}
              topics: {label: topics of the lesson, type: set-of, values: {X: maps, Y: music}, class: GREEN, question: 'Which topics?', ask: keeper, change: school}
              heldOn: {label: day of the lesson, type: date, class: GREEN, question: 'When?', ask: keeper, change: nobody}
            """;
    private static final String BRANCH = """
            entity: branch
            label: branch
            list: branches
            of: club
            key: side
            facts:
              side: {label: side of town, type: one-of, values: {N: north, S: south}, class: GREEN, question: 'Which side?', ask: keeper, change: nobody}
              staffed: {label: branch with a keeper, type: yes-no, class: GREEN, question: 'Has it a keeper?', ask: keeper, change: school}
            """;
    private static final String CITY = """
            entity: city
            label: city
            single: city
            facts:
              paysRent: {label: rent paid by the city, type: yes-no, class: GREEN, question: 'Does the city pay the rent?', ask: keeper, change: school}
            """;
    private static final String CASE = """
            entity: case
            label: case
            single: case
            facts:
              asOf: {label: decision date, type: date, class: GREEN, change: nobody}
            """;
    private static final String DECISION = """
            decision: club-check
            title: May the club open?
            subject: club
            reads: [GREEN, AMBER]
            groups:
              - {id: tests, title: Tests}
              - {id: roll-up, title: Outcome}
            outcomes:
              - SHUT: The club stays shut
              - OPEN: The club may open
            """;

    private final DecisionService service;
    private final RuleSet ruleSet;

    private ClubPolicy(DecisionService service, RuleSet ruleSet) {
        this.service = service;
        this.ruleSet = ruleSet;
    }

    /** Rules, each by the constraints on its club: {@code chairs >= 5}; more patterns after a semicolon. */
    static ClubPolicy of(String... constraints) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("sources.csv", "tag,mark,where,read\nHOUSE,SOURCED,house rules,whole\n");
        files.put("parameters.csv", """
                name,value,unit,clock,from,to,source,meaning
                club.chairs,20,chairs,decision-date,2020-01-01,,HOUSE,chairs every club must have
                club.styles,A; C,set,decision-date,2020-01-01,,HOUSE,styles that may open
                """);
        files.put("messages.csv", "verb,code,text,who,by,source\nalert,NOISE,This is too loud.,keeper,,HOUSE\n");
        files.put(
                "supports.csv", "id,codes,role,urgency,legal-basis,evidence,frame,step,sensitive,merges-into,source\n");
        files.put("statements.csv", "id,kind,statement,held-by,source,from\n");
        files.put("facts/case.yaml", CASE);
        files.put("facts/city.yaml", CITY);
        files.put("facts/club.yaml", FACTS);
        files.put("facts/lesson.yaml", LESSON);
        files.put("facts/branch.yaml", BRANCH);
        files.put("club-check/decision.yaml", DECISION);
        files.put("club-check/example.yaml", "as-of: 2026-03-02\ncase-id: a\nclubs: [{id: a}]\n");
        for (int i = 0; i < constraints.length; i++) {
            String id = "C-%02d".formatted(i + 1);
            files.put("club-check/tests/" + id + "-rule.drl", rule(id, constraints[i]));
        }
        files.put("club-check/roll-up/R-01-shut.drl", rollUp("R-01 Something is not met", "SHUT", true));
        files.put("club-check/roll-up/R-02-open.drl", rollUp("R-02 Nothing is in the way", "OPEN", false));
        return read(files);
    }

    private static ClubPolicy read(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(files, problems);
        if (ruleSet == null) {
            throw new AssertionError(problems.toString());
        }
        return new ClubPolicy(new DecisionService(LiveRules.fixed(ruleSet, CLOCK), CLOCK), ruleSet);
    }

    private static String rule(String id, String constraints) {
        boolean alert = constraints.startsWith("alert ");
        String[] patterns = constraints.replaceFirst("^alert ", "").split("; ", 2);
        String more = patterns.length == 1 ? "" : "  " + patterns[1].replace("; ", "\n  ") + "\n";
        boolean parameter = constraints.contains("$chairs");
        boolean styles = constraints.contains("$styles");
        return "rule \"" + id + " Rule " + id + " holds\"\n  @source( \"HOUSE\" )\n  @from( \"2020-01-01\" )\nwhen\n"
                + (parameter ? "  $chairs : Parameter( name == \"club.chairs\" )\n" : "")
                + (styles ? "  $styles : Parameter( name == \"club.styles\" )\n" : "")
                + (constraints.contains("City(") ? "  $city : City( paysRent == true )\n" : "")
                + "  $club : Club( " + patterns[0] + " )\n"
                + more.replaceAll("  City\\([^)]*\\)\n", "")
                + "then\n  " + (alert ? "alert( $club, \"NOISE\" );" : "met( $club );") + "\nend\n";
    }

    private static String rollUp(String name, String outcome, boolean notMet) {
        return "rule \"" + name + "\"\n  @source( \"HOUSE\" )\n  @from( \"2020-01-01\" )\nwhen\n  $club : Club( )\n"
                + (notMet ? "  exists Finding( club == $club, mandatory == true, notMet == true )\n" : "")
                + "then\n  outcome( $club, \"" + outcome + "\" );\nend\n";
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    DecisionService service() {
        return service;
    }

    /** Decides about one club with the facts a test gives, as JSON without the braces. */
    Decision decide(String facts) {
        return decideCase("{\"caseId\": \"a\", \"asOf\": \"2026-03-02\", \"clubs\": [{\"id\": \"a\", " + facts + "}]}");
    }

    Decision decideCase(String json) {
        try {
            return service.decide("club-check", json.getBytes(StandardCharsets.UTF_8), true)
                    .decision();
        } catch (CaseRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        } catch (NoSuchDecision e) {
            throw new AssertionError(e);
        }
    }

    /** What is proposed for C-01, sentence by sentence; or the reason why nothing is. */
    List<String> said(String facts) {
        return said(decide(facts), "C-01");
    }

    static List<String> said(Decision decision, String rule) {
        List<Change> changes = decision.changes();
        if (changes == null) {
            throw new AssertionError("changes were asked for");
        }
        List<String> said = new ArrayList<>();
        for (Change change : changes) {
            if (change.ruleId().equals(rule)) {
                String reason = change.reason();
                change.edits().forEach(e -> said.add(e.sentence()));
                said.addAll(reason == null ? List.of() : List.of(reason));
            }
        }
        return said;
    }
}
