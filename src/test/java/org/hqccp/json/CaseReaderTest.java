package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case may say, and what each fault is told. */
class CaseReaderTest {
    private static final FactsDictionary DICTIONARY = SmallDictionary.dictionary();

    static CaseReader.Case read(String json) throws CaseRefused {
        return CaseReader.read(json.getBytes(StandardCharsets.UTF_8), DICTIONARY);
    }

    static CaseRefused refused(byte[] json) {
        try {
            CaseReader.read(json, DICTIONARY);
        } catch (CaseRefused e) {
            return e;
        }
        throw new AssertionError("the case was read: " + new String(json, StandardCharsets.UTF_8));
    }

    static CaseRefused refused(String json) {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The faults as "pointer code", and the kind of the whole before them. */
    static List<String> faults(String json) {
        CaseRefused refused = refused(json);
        return refused.problems().stream()
                .map(p -> refused.kind() + " " + p.pointer() + " " + p.code())
                .toList();
    }

    static String student(String facts) {
        return "{\"caseId\":\"c\",\"asOf\":\"2026-08-01\",\"student\":{" + facts.replace('\'', '"') + "}}";
    }

    private static Entity readStudent(String facts) throws CaseRefused {
        return read(student(facts)).root().single(type("student"));
    }

    private static EntityType type(String name) {
        EntityType type = DICTIONARY.type(name);
        assertThat(type).isNotNull();
        return type;
    }

    @Test
    void everyTypeOfFactIsReadExactly() throws CaseRefused {
        CaseReader.Case read = read(SmallDictionary.CASE);
        Entity student = read.root().single(type("student"));

        assertThat(read.caseId()).isEqualTo("case-1");
        assertThat(read.root().get("asOf")).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(student.get("homeless")).isEqualTo(false);
        assertThat(student.get("gradeLevel")).isEqualTo(9L);
        assertThat(student.get("average")).isEqualTo(new BigDecimal("91.25"));
        assertThat(student.get("town")).isEqualTo("Lynn");
        assertThat(student.get("born")).isEqualTo(LocalDate.of(2011, 2, 28));
        assertThat(student.get("firstTerm")).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(student.get("birthday")).isEqualTo("02-29");
        assertThat(student.get("wish")).isEqualTo("EC");
        assertThat(student.get("languages")).isEqualTo(Set.of("ES", "PT"));
        assertThat(student.get("grades")).isEqualTo(Set.of("9", "10"));
        assertThat(student.get("clubs")).isEqualTo(Set.of("chess", "caf\u00e9"));
    }

    @Test
    void whatIsNotSaidIsUnknownAndWhatIsEmptyIsKnownToBeNone() throws CaseRefused {
        List<Entity> programs = read(SmallDictionary.CASE).root().elements(type("program"));

        assertThat(programs).hasSize(2);
        assertThat(programs.get(1).get("seats")).isEqualTo(new Unknown("not counted yet"));
        assertThat(programs.get(1).elements(type("partner"))).isEmpty();
        assertThat(programs.get(0).elements(type("partner"))).hasSize(2);
        assertThat(programs.get(0).elements(type("partner")).get(1).get("name")).isSameAs(Unknown.NOT_GIVEN);
        Entity none = read(student("")).root();
        assertThat(none.elements(type("program"))).isNull();
        assertThat(none.unknown(type("program"))).isSameAs(Unknown.NOT_GIVEN);
        assertThat(none.single(type("student")).get("homeless")).isSameAs(Unknown.NOT_GIVEN);
    }

    @Test
    void aListCanBeUnknownForAReason() throws CaseRefused {
        Entity root = read("{'caseId':'c','asOf':'2026-08-01','programs':{'unknown':'the school is closed'}}"
                        .replace('\'', '"'))
                .root();

        assertThat(root.elements(type("program"))).isNull();
        assertThat(root.unknown(type("program"))).isEqualTo(new Unknown("the school is closed"));
        assertThat(root.copy().unknown(type("program"))).isEqualTo(new Unknown("the school is closed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x-note': {'any': [1e9, null, -0.0, 'two\\nlines'], 'thing': {}}",
                "'x-': 1",
                "'count': 9007199254740991",
                "'count': -9007199254740991",
                "'size': 99999999999.9999",
                "'size': 9007199254740991",
                "'size': -0.0001",
                "'town': {'unknown': 'nobody asked'}",
                "'town': 'Zo\u00eb \ud83d\ude80'",
                "'town': '\\ud83d\\ude80'",
                "'languages': []",
                "'languages': {'unknown': 'nobody asked'}",
                "'born': '1900-01-01'",
                "'born': '2100-12-31'",
                "'born': '2024-02-29'",
                "'gradeLevel': 6",
                "'gradeLevel': 13",
            })
    void thisIsAllowed(String facts) throws CaseRefused {
        assertThat(readStudent(facts)).isNotNull();
    }

    /** Facts of a student with one fault in them, and where and how it is told. */
    static Stream<Arguments> refusedFacts() {
        return Stream.of(
                arguments("'homeless': 'yes'", "/student/homeless wrong-type"),
                arguments("'homeless': 0", "/student/homeless wrong-type"),
                arguments("'homeless': null", "/student/homeless null"),
                arguments("'homeless': []", "/student/homeless wrong-type"),
                arguments("'homeless': {}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'unknown': ''}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'unknown': true}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'unknown': null}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'unknown': {'a': 'b'}}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'known': 'a'}", "/student/homeless bad-unknown"),
                arguments("'homeless': {'unknown': 'a', 'x-b': 1}", "/student/homeless bad-unknown"),
                arguments("'count': '9'", "/student/count wrong-type"),
                arguments("'count': true", "/student/count wrong-type"),
                arguments("'count': 9.0", "/student/count bad-number"),
                arguments("'count': 1e2", "/student/count bad-number"),
                arguments("'count': -0", "/student/count bad-number"),
                arguments("'count': 9007199254740992", "/student/count bad-number"),
                arguments("'count': -9007199254740992", "/student/count bad-number"),
                arguments("'gradeLevel': 5", "/student/gradeLevel out-of-range"),
                arguments("'gradeLevel': 14", "/student/gradeLevel out-of-range"),
                arguments("'average': 100.0001", "/student/average out-of-range"),
                arguments("'size': 1.00001", "/student/size bad-number"),
                arguments("'size': 1234567890123456.7", "/student/size bad-number"),
                arguments("'size': 123456789012.3456", "/student/size bad-number"),
                arguments("'size': 9007199254740992", "/student/size bad-number"),
                arguments("'size': -0.0", "/student/size bad-number"),
                arguments("'size': 1E1", "/student/size bad-number"),
                arguments("'size': 1.5e0", "/student/size bad-number"),
                arguments("'town': 5", "/student/town wrong-type"),
                arguments("'town': ''", "/student/town bad-text"),
                arguments("'town': ' Lynn'", "/student/town bad-text"),
                arguments("'town': 'Lynn\u00a0'", "/student/town bad-text"),
                arguments("'town': 'Ly\\nnn'", "/student/town bad-text"),
                arguments("'town': 'Ly\u2028nn'", "/student/town bad-text"),
                arguments("'town': 'Ly\\u0000nn'", "/student/town bad-characters"),
                arguments("'town': 'Ly\\ud800nn'", "/student/town bad-characters"),
                arguments("'town': 'Ly\\udc00\\ud800nn'", "/student/town bad-characters"),
                arguments("'town': 'Ly\u202enn'", "/student/town bad-characters"),
                arguments("'town': 'Ly\\u2066nn'", "/student/town bad-characters"),
                arguments("'town': 'Ly\ufeffnn'", "/student/town bad-characters"),
                arguments("'born': '2026-02-29'", "/student/born bad-date"),
                arguments("'born': '2026-2-9'", "/student/born bad-date"),
                arguments("'born': '1899-12-31'", "/student/born bad-date"),
                arguments("'born': '2101-01-01'", "/student/born bad-date"),
                arguments("'born': '2026-08-01T00:00:00Z'", "/student/born bad-date"),
                arguments("'born': 20260801", "/student/born wrong-type"),
                arguments("'firstTerm': '2026-13'", "/student/firstTerm bad-date"),
                arguments("'firstTerm': '2026-09-01'", "/student/firstTerm bad-date"),
                arguments("'birthday': '02-30'", "/student/birthday bad-date"),
                arguments("'birthday': '2-3'", "/student/birthday bad-date"),
                arguments("'wish': 'ec'", "/student/wish not-allowed"),
                arguments("'wish': 'CH74'", "/student/wish refused-value"),
                arguments("'languages': 'ES'", "/student/languages wrong-type"),
                arguments("'languages': ['ES', 'XX']", "/student/languages/1 not-allowed"),
                arguments("'languages': ['ES', 'ES']", "/student/languages/1 duplicate-value"),
                arguments("'languages': [null]", "/student/languages/0 null"),
                arguments("'languages': [1]", "/student/languages/0 wrong-type"),
                arguments("'languages': [['ES']]", "/student/languages/0 wrong-type"),
                arguments("'grades': [9, 9]", "/student/grades/1 duplicate-value"),
                arguments("'grades': [14]", "/student/grades/0 out-of-range"),
                arguments("'grades': ['9']", "/student/grades/0 wrong-type"),
                arguments("'grades': [9.5]", "/student/grades/0 bad-number"),
                arguments("'clubs': [' chess']", "/student/clubs/0 bad-text"),
                arguments("'ageOnDate': 15", "/student/ageOnDate derived-fact"),
                arguments("'race': 'x'", "/student/race red-fact"),
                arguments("'Gender_Identity': 'x'", "/student red-fact"),
                arguments("'gradLevel': 9", "/student unknown-field"),
                arguments("'seats': 9", "/student/seats unknown-field"),
                arguments("'x-a': '\\u0000'", "/student bad-characters"),
                arguments("'x-\u202e': 1", "/student bad-characters"));
    }

    @ParameterizedTest
    @MethodSource("refusedFacts")
    void oneFaultIsToldWithItsPlace(String facts, String fault) {
        assertThat(faults(student(facts))).containsExactly("INVALID " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                       | MALFORMED  empty",
                "` \n`                                    | MALFORMED  empty",
                "[]                                       | INVALID  not-an-object",
                "'case'                                   | INVALID  not-an-object",
                "{                                        | MALFORMED  not-json",
                "{'caseId':'c','asOf':'2026-08-01'        | MALFORMED  not-json",
                "{'caseId':'c','asOf':NaN}                | MALFORMED  not-json",
                "{'caseId':'c','asOf':'2026-08-01'} {}    | MALFORMED  trailing-content",
                "{'caseId':'c','asOf':'2026-08-01'} x     | MALFORMED  not-json",
                "{'caseId':'c','asOf':'2026-08-01','x-a':{'b':1,'b':1}} | MALFORMED  duplicate-key",
                "{'caseId':'c','asOf':'2026-08-01','x-a':1,'x-a':1}     | MALFORMED  duplicate-key",
                "{'caseId':'c','asOf':'2026-08-01','asOf':'2026-08-01'} | MALFORMED /asOf duplicate-key",
                "{'caseId':'c','asOf':'2026-08-01','caseId':'c'}        | MALFORMED /caseId duplicate-key",
                "{'caseId':'c','asOf':'2026-08-01','student':{},'student':{}} | MALFORMED /student duplicate-key",
                "{'caseId':'c','asOf':'2026-08-01','student':{'town':{'unknown':'a','unknown':'a'}}} | MALFORMED /student/town duplicate-key",
                "{'caseId':'c'}                           | INVALID /asOf missing",
                "{'asOf':'2026-08-01'}                    | INVALID /caseId missing",
                "{'caseId':'c','asOf':null}               | INVALID /asOf null",
                "{'caseId':'c','asOf':{'unknown':'a'}}    | INVALID /asOf wrong-type",
                "{'caseId':7,'asOf':'2026-08-01'}         | INVALID /caseId bad-id",
                "{'caseId':'no blanks','asOf':'2026-08-01'} | INVALID /caseId bad-id",
                "{'caseId':'c','asOf':'2026-08-01','student':null}   | INVALID /student null",
                "{'caseId':'c','asOf':'2026-08-01','student':[]}     | INVALID /student wrong-type",
                "{'caseId':'c','asOf':'2026-08-01','programs':null}  | INVALID /programs null",
                "{'caseId':'c','asOf':'2026-08-01','programs':'a'}   | INVALID /programs wrong-type",
                "{'caseId':'c','asOf':'2026-08-01','programs':[{}]}  | INVALID /programs/0/id missing",
                "{'caseId':'c','asOf':'2026-08-01','programs':['a']} | INVALID /programs/0 wrong-type",
                "{'caseId':'c','asOf':'2026-08-01','programs':[null]} | INVALID /programs/0 null",
                "{'caseId':'c','asOf':'2026-08-01','programs':[{'id':{'unknown':'a'}}]} | INVALID /programs/0/id wrong-type",
                "{'caseId':'c','asOf':'2026-08-01','programs':[{'id':'\u00e9'}]} | INVALID /programs/0/id bad-id",
                "{'caseId':'c','asOf':'2026-08-01','programs':[{'id':'a'},{'id':'a'}]} | INVALID /programs/1/id duplicate-id",
                "{'caseId':'c','asOf':'2026-08-01','programs':[{'id':'a','partners':[{'role':'X'}]}]} | INVALID /programs/0/partners/0/role not-allowed",
            })
    void aFaultOfTheWholeIsToldWithItsPlace(String json, String fault) {
        assertThat(faults(json.replace('\'', '"'))).containsExactly(fault);
    }

    @Test
    void textsAreKeptInNormalFormC() throws CaseRefused {
        Entity student = readStudent("'town':'Bogota\u0301','clubs':['cafe\u0301']");

        assertThat(student.get("town")).isEqualTo("Bogot\u00e1");
        assertThat(student.get("clubs")).isEqualTo(Set.of("caf\u00e9"));
        assertThat(faults(student("'clubs':['cafe\u0301','caf\u00e9']")))
                .containsExactly("INVALID /student/clubs/1 duplicate-value");
    }

    @Test
    void equalNumbersAreReadAsEqualHoweverTheyAreWritten() throws CaseRefused {
        assertThat(readStudent("'size':1.50").get("size")).isEqualTo(new BigDecimal("1.5"));
        assertThat(readStudent("'size':200.0").get("size")).isEqualTo(new BigDecimal("200"));
        assertThat(readStudent("'size':200").get("size")).isEqualTo(new BigDecimal("200"));
        assertThat(readStudent("'size':0.0").get("size")).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void theSameCaseInAnotherOrderAndWithOtherEscapesIsReadAlike() throws CaseRefused {
        String other = """
                {"programs":[{"seats":80,"id":"\\u0068ealth"}],"asOf":"2026\\u002d08-01","caseId":"\\u0063"}""";

        assertThat(read(other).root().elements(type("program")))
                .asString()
                .isEqualTo(
                        read("{ \"caseId\" : \"c\",\n\"asOf\":\"2026-08-01\",\t\"programs\": [ {\"id\":\"health\",\"seats\":80} ] }")
                                .root()
                                .elements(type("program"))
                                .toString());
    }

    /** A reader expects the names of a thing in the order in which the first of its kind had them. */
    @Test
    void thingsOfOneKindMayHaveTheirNamesInAnyOrder() throws CaseRefused {
        List<Entity> programs = read("""
                {"caseId":"c","asOf":"2026-08-01","programs":[
                  {"id":"one","seats":1,"partners":[{"name":"A","role":"EMPLOYER"},{"role":"EMPLOYER","name":"B"}]},
                  {"partners":[{"role":"EMPLOYER"}],"seats":2,"id":"two"},
                  {"seats":3,"x-note":1,"id":"three"},
                  {"id":"four"}]}""").root().elements(type("program"));

        assertThat(programs)
                .extracting(p -> p.get("id") + " " + p.get("seats"))
                .containsExactly("one 1", "two 2", "three 3", "four " + Unknown.NOT_GIVEN);
        assertThat(programs.get(0).elements(type("partner")))
                .extracting(p -> p.get("name") + " " + p.get("role"))
                .containsExactly("A EMPLOYER", "B EMPLOYER");
        assertThat(faults("""
                {"caseId":"c","asOf":"2026-08-01","programs":[
                  {"id":"one","seats":1},
                  {"id":"two","id":"three"},
                  {"seats":2,"seats":3,"id":"four"},
                  {"id":"five","sets":4},
                  {"seats":5}]}"""))
                .containsExactly(
                        "MALFORMED /programs/1/id duplicate-key",
                        "MALFORMED /programs/2/seats duplicate-key",
                        "MALFORMED /programs/3 unknown-field",
                        "MALFORMED /programs/4/id missing");
    }
}
