package org.hqccp.importing;

import java.util.List;
import java.util.Set;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.ruleset.CrosswalkRow;

/** What can only be told when all files are read. */
record Telling(Gathering gathering, Outcome outcome, ImportOptions options, ImportReport report) {

    void tell() {
        boolean told = false;
        for (Student student : gathering.students().values()) {
            if (!student.isOnRoster() && gathering.isOther(student.id())) {
                report.passedOver("about people who are no students");
            } else if (!student.isOnRoster()) {
                report.note(
                        Kind.NO_STUDENT,
                        student.file(),
                        student.row(),
                        0,
                        null,
                        "it is about somebody who is not among the students: left out");
            } else if (!student.isConfirmed() && !gathering.hasSeenMembers()) {
                if (!told) {
                    told = true;
                    report.note(
                            Kind.BAD_FILE,
                            student.file(),
                            student.row(),
                            0,
                            null,
                            "nothing says who is a student: neither a column 'role' nor a file roles.csv; nobody is taken");
                }
                report.passedOver("people not said to be students");
            } else if (!student.isConfirmed()) {
                report.passedOver("people not said to be students");
            }
        }
        for (CrosswalkRow row : outcome.doubtedRows()) {
            report.note(
                    Kind.CONSTANT,
                    row.record(),
                    0,
                    0,
                    row.place(),
                    row.name() + ": all " + outcome.roster().size()
                            + " students have the same value, so it is taken as not filled in: unknown");
        }
        facts();
        complete();
        report.finish(outcome.roster().size());
    }

    private void facts() {
        List<Fact> facts = gathering.claims().facts();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            for (Student student : outcome.roster()) {
                Object value = outcome.of(student, i);
                if (value != null && !(value instanceof Unknown)) {
                    report.known(fact.name());
                } else if (Outcome.isNotFound(value)) {
                    report.note(
                            Kind.NOT_UNDERSTOOD,
                            student.file(),
                            student.row(),
                            0,
                            fact.name(),
                            "it is named by an id that no record explains: unknown");
                } else if (value == Claims.CONTRADICTED && student.get(i) != Claims.CONTRADICTED) {
                    report.note(
                            Kind.CONTRADICTION,
                            student.file(),
                            student.row(),
                            0,
                            fact.name(),
                            "it is named by ids that lead to different names: unknown");
                }
            }
        }
    }

    private void complete() {
        Set<String> complete = options.complete();
        for (String record : complete.stream().sorted().toList()) {
            if (!gathering.isWhole(record)) {
                report.note(
                        Kind.NOT_COMPLETE,
                        record,
                        0,
                        0,
                        record,
                        gathering.hasSeen(record)
                                ? "part of it could not be read: who is not in it stays unknown"
                                : "there is no such record in the files: it says nothing of anybody");
            }
        }
    }
}
