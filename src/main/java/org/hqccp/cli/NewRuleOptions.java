package org.hqccp.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.hqccp.authoring.NewRule;
import org.hqccp.facts.Dates;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both a new rule and a new support are told. */
final class NewRuleOptions {
    /** Sooner than this a rule would surprise the schools. */
    private static final int MONTHS_OF_NOTICE = 3;

    @Parameters(index = "0", paramLabel = "ID", description = "An id that was never used, such as EA-30.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "DECISION/GROUP", description = "Where it belongs.")
    private String place = "";

    @Parameters(index = "2", paramLabel = "STATEMENT", description = "What is true when it is met, in plain words.")
    private String statement = "";

    @Option(
            names = "--reads",
            required = true,
            paramLabel = "FACT",
            description = "The fact to test, in full: program.seats.")
    private String reads = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day it holds. Default: next July 1.")
    private @Nullable String from;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CasesOption cases = new CasesOption();

    String id() {
        return id;
    }

    String place() {
        return place;
    }

    String statement() {
        return statement;
    }

    String reads() {
        return reads;
    }

    NewFiles files(Folders folders) {
        return new NewFiles(folders.rules(rules.folder()), folders.testCases(cases.folder()));
    }

    NewRule maker(RuleSet ruleSet, NewFiles files, Clock clock) throws IOException, Refusal {
        return new NewRule(ruleSet, firstDay(clock), files.usualBase(place));
    }

    private LocalDate firstDay(Clock clock) throws Refusal {
        String written = from;
        if (written == null) {
            LocalDate today = LocalDate.now(clock);
            LocalDate july = LocalDate.of(today.getYear(), 7, 1);
            return july.isBefore(today.plusMonths(MONTHS_OF_NOTICE)) ? july.plusYears(1) : july;
        }
        LocalDate day = Dates.read(written);
        if (day == null) {
            throw new Refusal("'" + written + "' is not a date; write it as 2027-07-01.");
        }
        return day;
    }
}
