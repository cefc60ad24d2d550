package org.hqccp.importing;

import static org.hqccp.importing.EdFiFiles.code;

import java.nio.file.Path;
import java.util.List;

/** Disciplinary actions in small Ed-Fi files, and what came of them. */
final class Discipline {
    static final String ACTION = "DisciplineAction";
    static final String OUT = "Out of School Suspension";

    private Discipline() {}

    static EdFiFiles students(Path folder, String... ids) {
        EdFiFiles files = new EdFiFiles(folder);
        for (String id : ids) {
            files.student(id);
        }
        return files;
    }

    static String content(String id, String day, String kind, String days) {
        return "<DisciplineActionIdentifier>" + id + "</DisciplineActionIdentifier>" + code("Discipline", kind)
                + "<DisciplineDate>" + day + "</DisciplineDate>" + "<ActualDisciplineActionLength>" + days
                + "</ActualDisciplineActionLength>";
    }

    static EdFiFiles action(EdFiFiles files, String student, String content) {
        return files.of("StudentDiscipline", "DisciplineAction", student, content);
    }

    static EdFiFiles enrolled(EdFiFiles files, String student, String entry, String grade, String more) {
        return files.enrolled(student, "7", entry, code("EntryGradeLevel", grade) + more);
    }

    /** What each case says of suspensions; nothing where it says nothing. */
    static List<String> suspensions(Delivery.Read read) {
        return read.cases().stream()
                .map(each ->
                        each.contains("\"suspensions\"") ? each.replaceAll("^.*\"suspensions\":(.*)}}$", "$1") : "")
                .toList();
    }

    static String item(String law, String days, String grade) {
        return "{\"law\":" + law + ",\"days\":" + days + (grade.isEmpty() ? "" : ",\"grade\":" + grade) + "}";
    }
}
