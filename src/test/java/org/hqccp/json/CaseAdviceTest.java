package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hqccp.json.CaseRefused.Kind;
import org.junit.jupiter.api.Test;

/** What the sender of a case with several faults is told: all of them, in order, each with advice. */
class CaseAdviceTest {
    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheDocument() {
        assertThat(CaseReaderTest.faults(
                        "{'race':1,'student':{'homeless':1,'wish':'X','born':'x'},'programs':[{'id':'a','seats':-1},{'id':'a'}]}"
                                .replace('\'', '"')))
                .containsExactly(
                        "INVALID /race red-fact",
                        "INVALID /student/homeless wrong-type",
                        "INVALID /student/wish not-allowed",
                        "INVALID /student/born bad-date",
                        "INVALID /programs/0/seats out-of-range",
                        "INVALID /programs/1/id duplicate-id",
                        "INVALID /caseId missing",
                        "INVALID /asOf missing");
    }

    @Test
    void whatWasFoundBeforeTheDocumentBrokeOffIsToldToo() {
        CaseRefused refused =
                CaseReaderTest.refused("{\n \"caseId\": 5, \"student\": {\"homeless\": 1, \"town\": \"Ly");

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refused.problems())
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly("/student/town not-json", "/caseId bad-id", "/student/homeless wrong-type");
        assertThat(refused.problems().get(0).message())
                .isEqualTo("the body is not well-formed JSON, from line 2, column 53 on");
    }

    @Test
    void adviceAndAllowedValuesAreGiven() {
        List<CaseProblem> problems = CaseReaderTest.refused(
                        CaseReaderTest.student("'wish':'X','gradLevel':9,'seats':1,'born':'x'"))
                .problems();

        assertThat(problems.get(0).allowed()).containsExactly("EC", "ICP");
        assertThat(problems.get(1).message()).isEqualTo("name 2 of this object is no fact of student");
        assertThat(problems.get(1).advice()).isEqualTo("did you mean 'gradeLevel'?");
        assertThat(problems.get(2).advice()).isEqualTo("it is a fact of program: send it there");
        assertThat(problems.get(3).advice()).isEqualTo("write it as 2026-08-01");
    }

    @Test
    void aRefusedValueIsToldThePlainReason() {
        CaseProblem problem = CaseReaderTest.refused(CaseReaderTest.student("'wish':'CH74'"))
                .problems()
                .get(0);

        assertThat(problem.message()).isEqualTo("This wish cannot be judged yet.");
        assertThat(problem.allowed()).containsExactly("EC", "ICP");
    }

    @Test
    void aRefusalIsNeverACaseHalfRead() {
        assertThatThrownBy(() -> CaseReaderTest.read(CaseReaderTest.student("'homeless':1")))
                .isInstanceOf(CaseRefused.class);
    }
}
