package org.hqccp.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Files of a made-up district, to import. Nobody in them exists. The same seed gives the same bytes. To make them by hand, with the test
 * classes on the path: {@code java org.hqccp.importing.DistrictFiles FOLDER STUDENTS SEED}.
 */
final class DistrictFiles {
    private static final int SCHOOLS = 25;
    private static final int CLASSES = 6;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(2006, 9, 1);

    private final Random random;
    private final int students;

    DistrictFiles(int students, long seed) {
        this.random = new Random(seed);
        this.students = students;
    }

    public static void main(String[] args) throws IOException {
        DistrictFiles files = new DistrictFiles(Integer.parseInt(args[1]), Long.parseLong(args[2]));
        files.oneRoster(Files.createDirectories(Path.of(args[0], "oneroster")));
        files.sims(Files.createDirectories(Path.of(args[0], "sims")).resolve("sims.csv"));
        files.edFi(Files.createDirectories(Path.of(args[0], "ed-fi")));
    }

    /** OneRoster 1.1: each student in one school and six classes, and one teacher for twenty students. */
    void oneRoster(Path folder) throws IOException {
        Files.write(
                folder.resolve("manifest.csv"),
                List.of(
                        "propertyName,value",
                        "manifest.version,1.0",
                        "oneroster.version,1.1",
                        "file.orgs,bulk",
                        "file.users,bulk",
                        "file.demographics,bulk",
                        "file.enrollments,bulk"));
        try (BufferedWriter orgs = Files.newBufferedWriter(folder.resolve("orgs.csv"))) {
            orgs.write("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n");
            orgs.write("d,,,Made-up District,district,,\n");
            for (int i = 0; i < SCHOOLS; i++) {
                orgs.write("school-" + i + ",,,Made-up School " + i + ",school,,d\n");
            }
        }
        try (BufferedWriter users = Files.newBufferedWriter(folder.resolve("users.csv"));
                BufferedWriter demographics = Files.newBufferedWriter(folder.resolve("demographics.csv"));
                BufferedWriter enrollments = Files.newBufferedWriter(folder.resolve("enrollments.csv"))) {
            users.write(
                    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
                            + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n");
            demographics.write("sourcedId,status,dateLastModified,birthDate,sex,white,hispanicOrLatinoEthnicity\n");
            enrollments.write(
                    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                            + "beginDate,endDate\n");
            for (int i = 0; i < students + students / 20; i++) {
                boolean isStudent = i < students;
                int grade = 6 + random.nextInt(7);
                String school = "school-" + random.nextInt(SCHOOLS);
                String person = person(i);
                users.write(
                        person + ",active,2026-02-01,true,\"" + school + ",d\"," + (isStudent ? "student" : "teacher")
                                + ",user" + i + ",,Given,\"Family, " + i + "\",,," + "u" + i + "@example.org,,,,"
                                + (isStudent ? String.format("%02d", grade) : "") + ",\n");
                demographics.write(person + ",,," + born(grade) + ",unspecified,false,false\n");
                for (int each = 0; each < CLASSES; each++) {
                    enrollments.write("e" + i + "-" + each + ",active,,class-" + random.nextInt(5_000) + "," + school
                            + "," + person + "," + (isStudent ? "student" : "teacher")
                            + ",false,2025-09-04,2026-06-20\n");
                }
            }
        }
    }

    /** SIMS: one table, a row for each student. */
    void sims(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "DOE001,DOE002,DOE003,DOE005,DOE006,DOE009,DOE010,DOE012,DOE014,DOE015,DOE016,DOE017,DOE018,DOE019,DOE021,"
                            + "DOE025,DOE029,DOE034,DOE039,DOE041\n");
            for (int i = 0; i < students; i++) {
                int grade = 6 + random.nextInt(7);
                LocalDate born = born(grade);
                int membership = 100 + random.nextInt(20);
                int attended = membership - random.nextInt(20);
                out.write(String.join(
                                ",",
                                "L" + i,
                                person(i),
                                "Given",
                                "Family",
                                born.getMonthValue() + "/" + born.getDayOfMonth() + "/" + born.getYear(),
                                "N",
                                "33",
                                "01",
                                "035",
                                "00350000",
                                String.format("%02d", grade),
                                String.valueOf(attended),
                                String.valueOf(membership),
                                yes(0.6),
                                yes(0.05),
                                yes(0.3),
                                yes(0.01),
                                random.nextInt(5) == 0 ? "20" : "00",
                                yes(0.05),
                                yes(0.02))
                        + "\n");
            }
        }
    }

    /** Ed-Fi: each student in one school with a calendar of 110 school days, and about ten events of attendance for each. */
    void edFi(Path folder) throws IOException {
        LocalDate begin = LocalDate.of(2025, 9, 4);
        List<LocalDate> days = begin.datesUntil(LocalDate.of(2026, 3, 3))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(110)
                .toList();
        EdFiFiles files = new EdFiFiles(folder);
        for (int school = 0; school < SCHOOLS; school++) {
            files.calendar("main", String.valueOf(school), "School");
            for (LocalDate day : days) {
                files.day("main", String.valueOf(school), day.toString(), "Instructional day");
            }
        }
        String[] kinds = {"Excused Absence", "Unexcused Absence", "Tardy"};
        for (int i = 0; i < students; i++) {
            String school = String.valueOf(random.nextInt(SCHOOLS));
            files.student(person(i)).enrolled(person(i), school, begin.toString(), "");
            int from = random.nextInt(10);
            for (int at = from; at < days.size(); at += 8 + random.nextInt(6)) {
                files.eventAt(school, person(i), days.get(at).toString(), kinds[random.nextInt(kinds.length)], "", "");
            }
        }
        files.write();
    }

    private String yes(double share) {
        return random.nextDouble() < share ? "01" : "00";
    }

    private LocalDate born(int grade) {
        return FIRST_BIRTH.plusYears(12L - grade).plusDays(random.nextInt(365));
    }

    private static String person(int number) {
        return "p-" + (1_000_000 + number);
    }
}
