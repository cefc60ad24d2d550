package org.hqccp.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.authoring.NewRule;
import org.hqccp.authoring.NotPossible;
import org.hqccp.authoring.Skeleton;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Begins a rule: a criterion, or one that flags a support. */
abstract sealed class NewRuleCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Mixin
    private final NewRuleOptions options = new NewRuleOptions();

    private NewRuleCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    abstract Skeleton make(NewRule maker, NewRuleOptions told) throws NotPossible;

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        NewFiles files = options.files(folders);
        files.write(ruleSet -> make(options.maker(ruleSet, files, clock), options), screen);
        screen.out()
                .println("Fill in what 'hqccp check' lists, then run 'hqccp test --only " + options.id()
                        + " --coverage'.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }

    /** Begins a criterion. */
    @Command(
            name = "rule",
            description =
                    "Begins a criterion: a rule file that tests one fact, and its test cases at the mirrored path.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  hqccp new rule LX-01 school-designation/connection-to-career 'Students see work' --reads program.type"
            })
    static final class Criterion extends NewRuleCommand {
        Criterion(Screen screen, Folders folders, Clock clock) {
            super(screen, folders, clock);
        }

        @Override
        Skeleton make(NewRule maker, NewRuleOptions told) throws NotPossible {
            return maker.criterion(told.id(), told.place(), told.statement(), told.reads());
        }
    }

    /** Begins a support. */
    @Command(
            name = "support",
            description = "Begins a support: a row of supports.csv, the rule that flags it, and its test cases.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  hqccp new support LX-02 student-supports/career-and-work 'The student has a plan' --reads student.iep"
            })
    static final class Support extends NewRuleCommand {
        Support(Screen screen, Folders folders, Clock clock) {
            super(screen, folders, clock);
        }

        @Override
        Skeleton make(NewRule maker, NewRuleOptions told) throws NotPossible {
            return maker.support(told.id(), told.place(), told.statement(), told.reads());
        }
    }
}
