package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which facts may be read where (handbook G.1): RED nowhere, AMBER in no eligibility rule but for the exceptions of C.4, no proxy at all. */
class GuardRailsTest {
    /** Handbook G.1, class RED, with the words people use for the same. */
    /** A RED fact is no fact at all, or one that is declared so that it can be refused by name. */
    private static final Set<String> REFUSED = Set.of("FACT", "CLASS");

    private static final Set<String> RED = Set.of(
            "race",
            "ethnicity",
            "raceEthnicity",
            "color",
            "nationalOrigin",
            "countryOfBirth",
            "immigrationStatus",
            "citizenship",
            "sex",
            "gender",
            "genderIdentity",
            "sexualOrientation",
            "religion");

    /** Handbook C.4: the two Chapter 74 lottery weights, and nothing else. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            "CT-07", Set.of("student.unexcusedFullDayAbsences270"),
            "CT-08", Set.of("suspension.law", "suspension.days", "suspension.grade"));

    /** Decisions that open or close no pathway to a student. */
    private static final Set<String> NO_ELIGIBILITY =
            Set.of(Policy.SUPPORTS, "work-hours", "work-placement", "data-sharing", "plan-handoff");

    /** Handbook G.1: what stands in for a trait although it is none. */
    private static final Pattern PROXY = Pattern.compile(
            "(?i)zip|postal|address|home.?language|surname|last.?name|family.?name|lunch|meal|neighbo[u]?rhood"
                    + "|(prior|previous|former|sending|middle).?school(?!s|Pathway)|recommend");

    /** INV-03, at the door. */
    @Test
    void aCaseThatCarriesARedFactIsRefused() {
        assertThat(Policy.RULE_SET.dictionary().red().get("student").keySet()).containsAll(RED);
        Entity root = CaseJson.read(Policy.CASES.get(0).cases().get(0).caseJson());
        for (String red : Policy.RULE_SET.dictionary().red().get("student").keySet()) {
            assertThat(problems(CaseJson.with(root, "student", red, "any")))
                    .as(red)
                    .extracting(CaseProblem::pointer, CaseProblem::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/student/" + red, "red-fact"));
            assertThat(problems(CaseJson.with(root, "school", red, "any")))
                    .as("school." + red)
                    .isNotEmpty();
        }
    }

    private static List<CaseProblem> problems(byte[] json) {
        try {
            CaseReader.read(json, Policy.RULE_SET.dictionary());
            return List.of();
        } catch (CaseRefused e) {
            return e.problems();
        }
    }

    /** INV-03, in the rule folder: no decision, not even one about supports, can read a RED fact. */
    @ParameterizedTest
    @ValueSource(strings = {"pathway-eligibility/universal", "student-supports/strengths"})
    void aRuleThatNamesARedFactDoesNotLoad(String group) {
        for (String red : RED) {
            assertThat(load(group + "/X-99-red.drl", rule(group, red + " == \"any\"")))
                    .as(red)
                    .anyMatch(p -> p.file().endsWith("X-99-red.drl") && REFUSED.contains(p.code()));
        }
    }

    @Test
    void aDerivedFactThatReadsARedFactDoesNotLoad() {
        for (String red : RED) {
            assertThat(load("facts/student/x.yaml", derived("'" + red + " == \"any\"'")))
                    .as(red)
                    .anyMatch(p -> p.file().equals("facts/student/x.yaml") && REFUSED.contains(p.code()));
        }
    }

    /** A RED trait stays RED: declaring it once more, as anything else, is refused wherever a student's facts are declared. */
    @Test
    void aRedFactCannotBeDeclaredAsAnythingElse() {
        for (String red : RED) {
            String again = "entity: student\nfacts:\n  " + red
                    + ": {label: a word, type: text, class: GREEN, question: Which one, ask: counselor}\n";
            assertThat(load("facts/student/x.yaml", again))
                    .as(red)
                    .anyMatch(p -> p.code().equals("CLASS"));

            SortedMap<String, String> files = new TreeMap<>(Policy.RULE_SET.files());
            files.remove("facts/refused.yaml");
            files.put("facts/student/x.yaml", again);
            assertThat(problems(files)).as("only " + red).anyMatch(p -> p.code().equals("CLASS"));
        }
    }

    /** INV-04 by construction, derived facts included. */
    @Test
    void anEligibilityRuleThatReadsAnAmberFactDoesNotLoad() {
        assertThat(load("pathway-eligibility/universal/X-99-red.drl", rule("pathway-eligibility", "homeless == true")))
                .extracting(Problem::code)
                .containsExactly("CLASS");
        assertThat(load("school-designation/roll-up/X-99-red.drl", rule("school-designation", "iep == true")))
                .extracting(Problem::code)
                .containsExactly("CLASS");

        SortedMap<String, String> files = new TreeMap<>(Policy.RULE_SET.files());
        files.put("facts/student/x.yaml", derived("homeless == true || lowIncome == true"));
        files.put("pathway-eligibility/universal/X-99-red.drl", rule("pathway-eligibility", "hidden == true"));
        assertThat(problems(files)).isNotEmpty().allMatch(p -> p.code().equals("CLASS"));
    }

    /** What is shown in an eligibility answer, and what orders its options, is guarded like what its rules read. */
    @ParameterizedTest
    @ValueSource(strings = {"values: [hidden, ", "ties: [{fact: hidden, first: true}, "})
    void anEligibilityAnswerThatShowsOrRanksByAnAmberFactDoesNotLoad(String more) {
        SortedMap<String, String> files = new TreeMap<>(Policy.RULE_SET.files());
        files.put(
                "facts/program/x.yaml",
                "entity: program\nfacts:\n  hidden: {label: hidden, type: yes-no, is: student.homeless == true}\n");
        files.compute(
                "pathway-eligibility/decision.yaml",
                (name, text) -> text.replaceFirst(
                        Pattern.quote(more.substring(0, more.indexOf('[') + 1)),
                        java.util.regex.Matcher.quoteReplacement(more)));

        assertThat(problems(files)).extracting(Problem::code).containsExactly("CLASS");
    }

    private static String rule(String group, String condition) {
        boolean supports = group.startsWith("student-supports");
        return "rule \"X-99 A rule that must not load\"\n  @source( \"DESIGN\" )\n  @from( \"2017-01-01\" )\nwhen\n"
                + (supports
                        ? "  $student : Student( " + condition + " )\nthen\n  strength( $student, \"SOCIAL\" );\nend\n"
                        : "  Student( " + condition + " )\n  $program : Program( )\nthen\n  met( $program );\nend\n");
    }

    private static String derived(String expression) {
        return "entity: student\nfacts:\n  hidden: {label: hidden, type: yes-no, is: " + expression + "}\n";
    }

    private static List<Problem> load(String file, String text) {
        SortedMap<String, String> files = new TreeMap<>(Policy.RULE_SET.files());
        files.put(file, text);
        return problems(files);
    }

    private static List<Problem> problems(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(files, problems);
        return problems;
    }

    /** The real rules, without trusting the check that guards them: what each eligibility rule reads, through every derived fact. */
    @Test
    void eligibilityRulesReadNoAmberFactButForTheNamedExceptions() {
        Map<String, Set<String>> amber = new TreeMap<>();
        for (Rule rule : Policy.RULE_SET.rules().values()) {
            Set<String> read = new TreeSet<>();
            reads(rule).stream()
                    .filter(f -> !f.derived() && f.factClass() != FactClass.GREEN)
                    .forEach(f -> read.add(f.path()));
            if (!NO_ELIGIBILITY.contains(rule.decision()) && !read.isEmpty()) {
                amber.put(rule.id(), read);
            }
        }

        assertThat(amber).isEqualTo(new TreeMap<>(EXCEPTIONS));
    }

    @Test
    void noEligibilityRuleReadsAProxy() {
        for (Rule rule : Policy.RULE_SET.rules().values()) {
            if (rule.decision().equals(Policy.ELIGIBILITY)) {
                assertThat(reads(rule))
                        .as("facts of " + rule.id())
                        .noneMatch(f -> PROXY.matcher(f.name()).find());
            }
        }
    }

    /** Every other fact of a student that eligibility reads is GREEN by a decision of policy staff: here they are, to be looked at. */
    @Test
    void theStudentFactsThatEligibilityReadsAreThese() {
        Set<String> read = new TreeSet<>();
        for (Rule rule : Policy.RULE_SET.rules().values()) {
            if (rule.decision().equals(Policy.ELIGIBILITY)) {
                reads(rule).stream()
                        .filter(f -> !f.derived() && isOfAStudent(f))
                        .forEach(f -> read.add(f.path()));
            }
        }
        read.removeAll(EXCEPTIONS.getOrDefault("CT-07", Set.of()));
        read.removeAll(EXCEPTIONS.getOrDefault("CT-08", Set.of()));

        assertThat(read)
                .containsExactly(
                        "collegeCredit.counts",
                        "collegeCredit.credits",
                        "student.dateOfBirth",
                        "student.diplomaEarned",
                        "student.gradeLevel",
                        "student.livesInMassachusetts",
                        "student.pathwaysEnrolled",
                        "student.promotedToNextGrade",
                        "student.residencyTown",
                        "student.school");
    }

    private static boolean isOfAStudent(Fact fact) {
        EntityType type = Policy.RULE_SET.dictionary().type(fact.entity());
        return type != null
                && (type.name().equals("student")
                        || (type.parent() != null && type.parent().name().equals("student")));
    }

    private static Set<Fact> reads(Rule rule) {
        Map<String, DerivedFact> derived = new TreeMap<>();
        Policy.RULE_SET.derived().forEach(d -> derived.put(d.fact().path(), d));
        DecisionModel decision = Policy.RULE_SET.decisions().get(rule.decision());
        Set<Fact> reads = new java.util.LinkedHashSet<>();
        reads.addAll(DerivedReader.reads(rule.test(), derived));
        reads.addAll(DerivedReader.reads(rule.appliesTo(), derived));
        reads.addAll(DerivedReader.reads(rule.developing(), derived));
        for (EntityType at = decision.subject(); at != null; at = at.parent()) {
            Fact clock = at.fact(rule.clock().fact());
            DerivedFact is = clock == null ? null : derived.get(clock.path());
            if (clock != null) {
                reads.add(clock);
            }
            if (is != null) {
                reads.addAll(DerivedReader.reads(is.is(), derived));
            }
        }
        return reads;
    }
}
