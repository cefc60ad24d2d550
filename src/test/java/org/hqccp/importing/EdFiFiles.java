package org.hqccp.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Small Ed-Fi files. Each record stands on a line of its own: the first on line 2. */
final class EdFiFiles {
    static final String NOT_WHOLE = unknown("the district's files need not name everything");
    static final String NOT_UNDERSTOOD = unknown("the district's files hold a value that was not understood");
    static final String CONTRADICTED = unknown("the district's files contradict each other");
    static final String CONSTANT =
            unknown("the district's files hold one same value for everybody, which is not believed");
    static final String NOT_TOLD = unknown("the district's code for it holds no value a fact can have");
    static final String[] COMPLETE = {"StudentSchoolAttendanceEvent", "StudentSchoolAssociation", "CalendarDate"};
    private static final String DESCRIPTOR = "uri://ed-fi.org/";

    private final Path folder;
    private final Set<String> schools = new TreeSet<>();
    private final List<String> students = new ArrayList<>();
    private final List<String> enrollments = new ArrayList<>();
    private final List<String> calendar = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Map<String, List<String>> others = new TreeMap<>();

    EdFiFiles(Path folder) {
        this.folder = folder;
    }

    /** Ten school days, 2026-02-09 to 2026-02-20 without the weekend, of calendar A of school 7, which is everybody's. */
    static EdFiFiles usual(Path folder, String... students) {
        EdFiFiles files = new EdFiFiles(folder).calendar("A", "7", "School");
        for (int day = 9; day <= 20; day++) {
            if (day != 14 && day != 15) {
                files.day("A", "7", String.format("2026-02-%02d", day), "Instructional day");
            }
        }
        for (String student : students) {
            files.student(student).enrolled(student, "7", "2025-08-30", "");
        }
        return files;
    }

    /** What a case says of a fact that is not known. */
    static String unknown(String why) {
        return "{\"unknown\":\"" + why + "\"}";
    }

    /** What a case says of days. */
    static String counts(String absent, String membership) {
        return "\"daysMembership\":" + membership + ",\"daysAbsent\":" + absent;
    }

    /** The facts of each student but the school. */
    static List<String> facts(Delivery.Read read) {
        return read.cases().stream()
                .map(each -> each.replaceAll("\"school\":(\"[^\"]*\"|[{][^}]*[}]),?", ""))
                .toList();
    }

    /** Names of so many students. */
    static String[] many(int students) {
        return IntStream.rangeClosed(1, students).mapToObj(String::valueOf).toArray(String[]::new);
    }

    EdFiFiles student(String id) {
        students.add("<Student><StudentUniqueId>" + id + "</StudentUniqueId></Student>");
        return this;
    }

    /** @param more what else the enrollment holds, such as an exit or a calendar */
    EdFiFiles enrolled(String id, String school, String entry, String more) {
        schools.add(school);
        enrollments.add("<StudentSchoolAssociation>" + who(id) + school(school) + "<EntryDate>" + entry + "</EntryDate>"
                + more + "</StudentSchoolAssociation>");
        return this;
    }

    static String exit(String day) {
        return "<ExitWithdrawDate>" + day + "</ExitWithdrawDate>";
    }

    static String onCalendar(String code, String school) {
        return "<CalendarReference><CalendarIdentity><CalendarCode>" + code + "</CalendarCode>" + school(school)
                + "<SchoolYear>2025-2026</SchoolYear></CalendarIdentity></CalendarReference>";
    }

    EdFiFiles calendar(String code, String school, String type) {
        calendar.add("<Calendar><CalendarCode>" + code + "</CalendarCode><CalendarType>" + DESCRIPTOR
                + "CalendarTypeDescriptor#" + type + "</CalendarType>" + school(school)
                + "<SchoolYear>2025-2026</SchoolYear></Calendar>");
        return this;
    }

    EdFiFiles day(String code, String school, String date, String... kinds) {
        StringBuilder events = new StringBuilder();
        for (String kind : kinds) {
            events.append("<CalendarEvent>" + DESCRIPTOR + "CalendarEventDescriptor#" + kind + "</CalendarEvent>");
        }
        calendar.add("<CalendarDate><Date>" + date + "</Date>" + events + onCalendar(code, school) + "</CalendarDate>");
        return this;
    }

    EdFiFiles absent(String id, String date, String share) {
        return event(id, date, "Excused Absence", "<EventDuration>" + share + "</EventDuration>", "");
    }

    EdFiFiles event(String id, String date, String category) {
        return event(id, date, category, "", "");
    }

    /**
     * An event at school 7.
     *
     * @param inner what else the event holds
     * @param more what else the record holds
     */
    EdFiFiles event(String id, String date, String category, String inner, String more) {
        return eventAt("7", id, date, category, inner, more);
    }

    EdFiFiles eventAt(String school, String id, String date, String category, String inner, String more) {
        events.add("<StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>" + date
                + "</EventDate><AttendanceEventCategory>" + DESCRIPTOR + "AttendanceEventCategoryDescriptor#" + category
                + "</AttendanceEventCategory>" + inner + "</AttendanceEvent>" + who(id) + school(school) + more
                + "</StudentSchoolAttendanceEvent>");
        return this;
    }

    EdFiFiles rawEvent(String xml) {
        events.add(xml);
        return this;
    }

    /** A record of another interchange, in a file of that name. */
    EdFiFiles record(String interchange, String xml) {
        others.computeIfAbsent(interchange, i -> new ArrayList<>()).add(xml);
        return this;
    }

    /** A record about a student. */
    EdFiFiles of(String interchange, String record, String id, String content) {
        return record(interchange, "<" + record + ">" + who(id) + content + "</" + record + ">");
    }

    /** An element with a code of Ed-Fi's own. */
    static String code(String element, String code) {
        return "<" + element + ">" + DESCRIPTOR + element + "Descriptor#" + code + "</" + element + ">";
    }

    private static String who(String id) {
        return "<StudentReference><StudentIdentity><StudentUniqueId>" + id
                + "</StudentUniqueId></StudentIdentity></StudentReference>";
    }

    private static String named(String id) {
        return "<School><SchoolId>" + id + "</SchoolId><NameOfInstitution>School " + id
                + "</NameOfInstitution></School>";
    }

    private static String school(String id) {
        return "<SchoolReference><SchoolIdentity><SchoolId>" + id + "</SchoolId></SchoolIdentity></SchoolReference>";
    }

    /** Writes what there is. */
    void write() throws IOException {
        write("Student", "Student.xml", students);
        write(
                "EducationOrganization",
                "Schools.xml",
                schools.stream().map(EdFiFiles::named).toList());
        write("StudentEnrollment", "Enrollment.xml", enrollments);
        write("EducationOrgCalendar", "Calendar.xml", calendar);
        write("StudentAttendance", "Attendance.xml", events);
        for (Map.Entry<String, List<String>> other : others.entrySet()) {
            write(other.getKey(), other.getKey() + ".xml", other.getValue());
        }
    }

    /** Writes what there is, and declares records complete. */
    Delivery delivery(String... complete) throws IOException {
        write();
        return new Delivery(folder, "ed-fi").complete(complete);
    }

    Delivery.Read read() throws IOException {
        return delivery(COMPLETE).read();
    }

    private void write(String kind, String file, List<String> records) throws IOException {
        if (!records.isEmpty()) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file))) {
                out.write("<Interchange" + kind + " xmlns=\"http://ed-fi.org/5.2.0\">\n");
                for (String record : records) {
                    out.write(record);
                    out.write('\n');
                }
                out.write("</Interchange" + kind + ">\n");
            }
        }
    }
}
