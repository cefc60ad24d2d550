package org.hqccp.bench.handwritten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case says of one program; null while not known. */
final class Program {
    final String id;
    final @Nullable String type;
    final @Nullable String stage;
    final @Nullable String school;
    final @Nullable Boolean inBoston;
    final @Nullable LocalDate entryTerm;
    final @Nullable Set<String> entryGrades;
    final @Nullable Boolean designationActive;
    final @Nullable Set<String> enrollsFrom;
    final @Nullable Boolean openToAllSchools;
    final @Nullable Boolean openByTransfer;
    final @Nullable Boolean schoolAllChapter74;
    final @Nullable Boolean runsTogether;
    final @Nullable Set<String> residentTowns;
    final @Nullable Boolean homeTownOffersProgram;
    final @Nullable Boolean employsStudents;
    final @Nullable List<Agreement> agreements;

    final @Nullable Long seats;
    final @Nullable Long applicants;
    final @Nullable Boolean applicantsFinal;
    final @Nullable String oversubscriptionMethod;
    final @Nullable Set<String> admissionInputs;
    final @Nullable Set<String> lotteryWeights;
    final @Nullable Boolean drawPublic;
    final @Nullable LocalDate drawNoticeOn;
    final @Nullable LocalDate drawOn;

    final @Nullable LocalDate applicationDeadline;
    final @Nullable Boolean applicationFormInTime;
    final @Nullable Boolean choiceFormInTime;
    final @Nullable Boolean awarenessRequired;
    final @Nullable Set<String> awarenessWays;
    final @Nullable Boolean awarenessOnline;
    final @Nullable String awarenessActivity;
    final @Nullable Boolean toldWhatIsMissing;
    final @Nullable Boolean interestShown;
    final @Nullable Boolean siblingInProgram;
    final @Nullable Boolean seatPromised;
    final @Nullable Boolean collegeFormOnFile;
    final @Nullable Boolean collegeConsentOnFile;

    final @Nullable BigDecimal tuition;
    final @Nullable BigDecimal fees;
    final Cost books;
    final Cost transport;
    final Cost equipment;

    final @Nullable Boolean prerequisiteOpen;
    final @Nullable Boolean courseOrderPlanOnFile;
    final @Nullable Boolean courseWithoutPrerequisite;
    final @Nullable Boolean hasCreditCeiling;
    final @Nullable BigDecimal creditCeiling;
    final @Nullable Boolean latePlanFeasible;
    final @Nullable BigDecimal technicalCoursesDone;
    final @Nullable BigDecimal advancedYearsDone;
    final @Nullable BigDecimal internshipHoursDone;
    final @Nullable Boolean capstoneDone;
    final @Nullable Boolean mycapStepsDone;

    final @Nullable Boolean onWaitList;
    final @Nullable LocalDate lastUsefulEntryOn;
    final @Nullable LocalDate lastWaitListCheckIn;

    /** A letter or agreement between partners. */
    record Agreement(
            @Nullable String kind,
            @Nullable Set<String> signatories,
            @Nullable LocalDate signedOn,
            @Nullable Boolean termStated,
            @Nullable LocalDate expiresOn,
            @Nullable Boolean replaced) {}

    /** A cost of the program and who pays it. */
    record Cost(@Nullable BigDecimal amount, @Nullable String paidBy) {}

    Program(Facts facts) {
        id = String.valueOf(facts.text("id"));
        type = facts.text("type");
        stage = facts.text("stage");
        school = facts.text("school");
        inBoston = facts.yesNo("inBoston");
        entryTerm = facts.date("entryTerm");
        entryGrades = facts.texts("entryGrades");
        designationActive = facts.yesNo("designationActive");
        enrollsFrom = facts.texts("enrollsFrom");
        openToAllSchools = facts.yesNo("openToAllSchools");
        openByTransfer = facts.yesNo("openByTransfer");
        schoolAllChapter74 = facts.yesNo("schoolAllChapter74");
        runsTogether = facts.yesNo("runsTogether");
        residentTowns = facts.texts("residentTowns");
        homeTownOffersProgram = facts.yesNo("homeTownOffersProgram");
        employsStudents = facts.yesNo("employsStudents");
        List<Facts> papers = facts.list("agreements");
        agreements = papers == null
                ? null
                : papers.stream()
                        .map(a -> new Agreement(
                                a.text("kind"),
                                a.texts("signatories"),
                                a.date("signedOn"),
                                a.yesNo("termStated"),
                                a.date("expiresOn"),
                                a.yesNo("replaced")))
                        .toList();
        seats = facts.whole("seats");
        applicants = facts.whole("applicants");
        applicantsFinal = facts.yesNo("applicantsFinal");
        oversubscriptionMethod = facts.text("oversubscriptionMethod");
        admissionInputs = facts.texts("admissionInputs");
        lotteryWeights = facts.texts("lotteryWeights");
        drawPublic = facts.yesNo("drawPublic");
        drawNoticeOn = facts.date("drawNoticeOn");
        drawOn = facts.date("drawOn");
        applicationDeadline = facts.date("applicationDeadline");
        applicationFormInTime = facts.yesNo("applicationFormInTime");
        choiceFormInTime = facts.yesNo("choiceFormInTime");
        awarenessRequired = facts.yesNo("awarenessRequired");
        awarenessWays = facts.texts("awarenessWays");
        awarenessOnline = facts.yesNo("awarenessOnline");
        awarenessActivity = facts.text("awarenessActivity");
        toldWhatIsMissing = facts.yesNo("toldWhatIsMissing");
        interestShown = facts.yesNo("interestShown");
        siblingInProgram = facts.yesNo("siblingInProgram");
        seatPromised = facts.yesNo("seatPromised");
        collegeFormOnFile = facts.yesNo("collegeFormOnFile");
        collegeConsentOnFile = facts.yesNo("collegeConsentOnFile");
        tuition = facts.number("tuition");
        fees = facts.number("fees");
        books = new Cost(facts.number("booksCost"), facts.text("booksPaidBy"));
        transport = new Cost(facts.number("transportCost"), facts.text("transportPaidBy"));
        equipment = new Cost(facts.number("equipmentCost"), facts.text("equipmentPaidBy"));
        prerequisiteOpen = facts.yesNo("prerequisiteOpen");
        courseOrderPlanOnFile = facts.yesNo("courseOrderPlanOnFile");
        courseWithoutPrerequisite = facts.yesNo("courseWithoutPrerequisite");
        hasCreditCeiling = facts.yesNo("hasCreditCeiling");
        creditCeiling = facts.number("creditCeiling");
        latePlanFeasible = facts.yesNo("latePlanFeasible");
        technicalCoursesDone = facts.number("technicalCoursesDone");
        advancedYearsDone = facts.number("advancedYearsDone");
        internshipHoursDone = facts.number("internshipHoursDone");
        capstoneDone = facts.yesNo("capstoneDone");
        mycapStepsDone = facts.yesNo("mycapStepsDone");
        onWaitList = facts.yesNo("onWaitList");
        lastUsefulEntryOn = facts.date("lastUsefulEntryOn");
        lastWaitListCheckIn = facts.date("lastWaitListCheckIn");
    }
}
