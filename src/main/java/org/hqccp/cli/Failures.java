package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.engine.Defect;
import org.hqccp.facts.Plural;
import org.hqccp.http.CannotStart;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in plain words why a command could not do its work. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Screen screen;

    Failures(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        say(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, screen.err());
        screen.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.COULD_NOT_RUN.code();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return say(e).code();
    }

    private ExitCode say(Exception e) {
        if (e instanceof RulesRefused refused) {
            screen.err().print(new ProblemReport(screen).text(refused.problems()));
            say("the rules hold problems; nothing was decided.");
            return ExitCode.RULES_INVALID;
        } else if (e instanceof CaseRefused refused) {
            for (CaseProblem problem : refused.problems()) {
                screen.err().println(words(problem));
            }
            say("the case cannot be decided: " + Plural.of(refused.problems().size(), "problem") + ".");
        } else if (e instanceof NoSuchDecision none) {
            say("there is no such decision; there are " + String.join(", ", none.known()) + ".");
        } else if (e instanceof Refusal refusal) {
            say(refusal.message());
        } else if (e instanceof CannotStart why) {
            say(why.message());
        } else if (e instanceof NoSuchFileException missing) {
            say("there is no " + missing.getFile() + ".");
        } else if (e instanceof AccessDeniedException denied) {
            say(denied.getFile() + " may not be read.");
        } else if (e instanceof FolderRefused refused) {
            say(refused.message());
            say(refused.advice());
        } else if (e instanceof LogRefused refused) {
            say(refused.reason().words());
            return ExitCode.STORAGE_FAILED;
        } else if (e instanceof DamagedEntry damaged) {
            say("the decision log was changed: " + damaged.message() + ". 'hqccp verify-log' tells more.");
            return ExitCode.LOG_NOT_VERIFIED;
        } else if (e instanceof StoreException) {
            say("the decision log could not be opened or written: " + e.getMessage() + ".");
            return ExitCode.STORAGE_FAILED;
        } else if (e instanceof IOException) {
            say("a file could not be read or written: " + e.getMessage());
        } else {
            defect(e);
        }
        return ExitCode.COULD_NOT_RUN;
    }

    static String words(CaseProblem problem) {
        StringBuilder words = new StringBuilder(problem.pointer().isEmpty() ? "the case" : problem.pointer());
        words.append(": ").append(problem.message());
        if (problem.advice() != null) {
            words.append(" (").append(problem.advice()).append(')');
        }
        if (!problem.allowed().isEmpty()) {
            words.append("; allowed: ").append(String.join(", ", problem.allowed()));
        }
        return words.toString();
    }

    /** A fault of ours: an id to quote, and where in our code it happened, but nothing of the case. */
    private void defect(Exception e) {
        say("a fault of the service, not of your files. Please report it with this incident id: " + UUID.randomUUID());
        screen.err().println("  " + e.getClass().getSimpleName() + (e instanceof Defect ? ": " + e.getMessage() : ""));
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(5, trace.length); i++) {
            screen.err().println("    at " + trace[i]);
        }
    }

    private void say(String message) {
        screen.err().println("hqccp: " + message);
    }
}
