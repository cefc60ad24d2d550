package org.hqccp.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.cohort.SyntheticCity.Offer;
import org.hqccp.cohort.SyntheticCohort.Pool;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** One student as a line of a cohort: the case, and beside it what no rule may read. */
final class SyntheticLine {
    private static final List<String> GROUPS = List.of("race", "gender", "lowIncome", "el", "iep");
    private static final int DAYS_SO_FAR = 110;

    private final LocalDate asOf;

    SyntheticLine(LocalDate asOf) {
        this.asOf = asOf;
    }

    Node of(SyntheticStudent student, Pool[] pools) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("synthetic", true);
        line.put("case", aCase(student, pools));
        Map<String, Object> groups = new LinkedHashMap<>();
        GROUPS.forEach(name -> groups.put(name, student.get(name)));
        line.put("groups", groups);
        Offer applied = student.applied();
        Pool pool = applied == null ? null : pools[applied.number()];
        boolean offered = pool != null && pool.offers(student);
        line.put("steps", steps(student, offered));
        if (applied != null && pool != null && pool.isShort()) {
            line.put("lottery", lottery(applied, student.tickets(), offered));
        }
        return Json.value(line);
    }

    private static Map<String, Object> steps(SyntheticStudent student, boolean offered) {
        Map<String, Object> steps = new LinkedHashMap<>();
        boolean applied = student.applied() != null;
        boolean enrolled = offered && SyntheticCity.isYes(student.get("enrolls"));
        boolean retained = enrolled && SyntheticCity.isYes(student.get("stays"));
        steps.put("applied", applied);
        steps.put("offered", offered);
        steps.put("enrolled", enrolled);
        steps.put("retained", retained);
        steps.put("completed", retained && SyntheticCity.isYes(student.get("completes")));
        return steps;
    }

    private static Map<String, Object> lottery(Offer applied, int tickets, boolean offered) {
        Map<String, Object> lottery = new LinkedHashMap<>();
        lottery.put("pool", applied.id() + " at " + applied.school());
        lottery.put("tickets", tickets);
        lottery.put("offered", offered);
        return lottery;
    }

    private Map<String, Object> aCase(SyntheticStudent student, Pool[] pools) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("caseId", "synthetic-" + student.number());
        written.put("asOf", asOf.toString());
        Map<String, Object> facts = new LinkedHashMap<>();
        written.put("student", facts);
        facts.put("studentRef", "synthetic-" + student.number());
        facts.put("gradeLevel", student.grade());
        facts.put("dateOfBirth", student.born().toString());
        facts.put("school", student.school());
        facts.put("district", student.get("town"));
        facts.put("residencyTown", student.get("town"));
        facts.put("livesInMassachusetts", true);
        facts.put("diplomaEarned", false);
        put(facts, "promotedToNextGrade", student.get("promoted"));
        facts.put("pathwaysEnrolled", List.of());
        Offer applied = student.applied();
        facts.put("interestPathways", applied == null ? List.of() : List.of(applied.id()));
        facts.put("interestSectors", List.of(student.get("sector")));
        facts.put("collegeCredits", List.of());
        put(facts, "unexcusedFullDayAbsences270", student.get("unexcusedDays"));
        for (String name : List.of("lowIncome", "el", "iep", "homeless", "deviceAtHome", "mycapExists", "ewisRisk")) {
            put(facts, name, student.get(name));
        }
        put(facts, "daysAbsent", student.get("daysAbsent"));
        facts.put("daysMembership", DAYS_SO_FAR);
        List<Map<String, Object>> programs = new ArrayList<>();
        student.offers().forEach(offer -> programs.add(program(offer, student, pools[offer.number()])));
        written.put("programs", programs);
        return written;
    }

    private Map<String, Object> program(Offer offer, SyntheticStudent student, Pool pool) {
        Map<String, Object> program = new LinkedHashMap<>();
        program.put("id", offer.id());
        program.put("type", offer.type());
        program.put("school", offer.school());
        program.put("inBoston", true);
        program.put("entryTerm", asOf.getYear() + (offer.type().equals("CH74") ? "-08" : "-09"));
        program.put("sector", offer.sector());
        program.put("entryGrades", offer.entryGrades());
        program.put("designationActive", true);
        program.put("applicants", pool.applicants());
        program.put("seats", pool.seats());
        program.put("applicantsFinal", true);
        for (String cost : List.of("tuition", "fees", "booksCost", "transportCost", "equipmentCost")) {
            program.put(cost, 0);
        }
        program.put("siblingInProgram", false);
        program.put("seatPromised", false);
        program.put("onWaitList", false);
        if (offer.type().equals("EC")) {
            program.put("oversubscriptionMethod", "LOTTERY_UNWEIGHTED");
            put(program, "collegeFormOnFile", student.get("collegeForm"));
            put(program, "collegeConsentOnFile", student.get("collegeConsent"));
            program.put("prerequisiteOpen", false);
            program.put("hasCreditCeiling", false);
        } else if (offer.type().equals("ICP")) {
            program.put("oversubscriptionMethod", "LOTTERY_UNWEIGHTED");
            program.put("schoolAllChapter74", false);
            program.put("admissionInputs", List.of("INTEREST_FORM", "LOTTERY"));
        } else {
            careerTechnical(program, student);
        }
        return program;
    }

    private void careerTechnical(Map<String, Object> program, SyntheticStudent student) {
        program.put("oversubscriptionMethod", "LOTTERY_WEIGHTED");
        program.put("lotteryWeights", List.of("ATTENDANCE"));
        program.put("residentTowns", List.of("Boston"));
        program.put("homeTownOffersProgram", false);
        program.put("applicationDeadline", asOf.minusDays(17).toString());
        program.put("awarenessRequired", true);
        program.put("awarenessWays", List.of("OPEN_HOUSE", "TOUR", "VIDEO_MODULE"));
        program.put("awarenessOnline", true);
        program.put("drawPublic", true);
        program.put("drawNoticeOn", asOf.toString());
        program.put("drawOn", asOf.plusDays(14).toString());
        put(program, "applicationFormInTime", student.get("careerTechnicalForm"));
        put(program, "choiceFormInTime", student.get("careerTechnicalForm"));
        program.put("awarenessActivity", "TOUR");
        program.put("toldWhatIsMissing", true);
        program.put("enrollsFrom", List.of());
        program.put("openToAllSchools", false);
        program.put("openByTransfer", true);
    }

    /** A drawn value as a fact; what is not known is left out. */
    private static void put(Map<String, Object> facts, String name, String drawn) {
        Object value = value(drawn);
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static @Nullable Object value(String drawn) {
        return switch (drawn) {
            case Marginals.UNKNOWN -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> drawn.matches("\\d{1,9}") ? (Object) Long.valueOf(drawn) : drawn;
        };
    }
}
