package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hqccp.decisionlog.CursorRefused;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.page.ExplainedPage;
import org.hqccp.page.Look;
import org.hqccp.service.ExplainedDecision;
import org.hqccp.service.Explanations;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LogDesk;
import org.hqccp.service.LogDocument;
import org.hqccp.service.NoSuchEntry;
import org.jspecify.annotations.Nullable;

/** Reads the decision log for auditors. What is read, by whom and why, is itself an entry before anything is shown. */
final class LogRoutes {
    static final String TEXT = "text/plain";
    private static final String PAGE = "text/plain;charset=utf-8";
    private static final int LONGEST_PURPOSE = 200;
    private final @Nullable DecisionLog log;
    private final @Nullable Explanations explanations;

    LogRoutes(@Nullable DecisionLog log, LiveRules rules) {
        this.log = log;
        this.explanations = log == null ? null : new Explanations(log, rules);
    }

    /** What is asked of the log. */
    @FunctionalInterface
    interface Reading {
        byte[] of(LogDesk desk, LogDesk.Reader reader)
                throws Refused, NoSuchEntry, CursorRefused, LogRefused, StoreException, DamagedEntry, FormatException;
    }

    /** Entries that fit a query, page by page. */
    void search(Context context, Query query) throws Refused, IOException {
        LogQueries asked = LogQueries.read(query);
        send(
                context,
                (desk, reader) -> LogDocument.page(desk.search(reader, asked.query(), asked.cursor(), asked.limit())));
    }

    /** One entry. */
    void one(Context context, Query query) throws Refused, IOException {
        String id = context.pathParam("id");
        send(context, (desk, reader) -> LogDocument.entry(desk.entry(reader, id)));
    }

    /** The proof that an entry is in the log. */
    void proof(Context context, Query query) throws Refused, IOException {
        String id = context.pathParam("id");
        send(context, (desk, reader) -> {
            InclusionProof proof = desk.proof(reader, id);
            if (proof == null) {
                throw new Refused(ProblemType.NOT_SIGNED_YET, "No signed checkpoint covers this entry yet.");
            }
            return proof.bytes();
        });
    }

    /** One decision explained, as a page to file or for machines, whichever the reader takes. */
    void explanation(Context context, Query query) throws Refused, IOException {
        String id = context.pathParam("id");
        String form = Accept.choose(context.header("Accept"), List.of(PAGE, Answers.JSON));
        send(context, form, (desk, reader) -> {
            ExplainedDecision explained = there(explanations).of(reader, id);
            return form.equals(Answers.JSON)
                    ? explained.json()
                    : (new ExplainedPage(Look.plain(), explained).text() + "\n").getBytes(StandardCharsets.UTF_8);
        });
    }

    /** The newest signed checkpoint, as outside witnesses read it. */
    void checkpoint(Context context, Query query) throws Refused, IOException {
        byte[] note = answer(
                (desk, reader) -> {
                    String newest = desk.checkpoint();
                    if (newest == null) {
                        throw new Refused(ProblemType.NOT_SIGNED_YET, "The decision log has no signed checkpoint yet.");
                    }
                    return newest.getBytes(StandardCharsets.UTF_8);
                },
                new LogDesk.Reader(Routes.caller(context), ""));
        Answers.send(context.res(), 200, TEXT, note);
    }

    private void send(Context context, Reading reading) throws Refused, IOException {
        send(context, Answers.JSON, reading);
    }

    private void send(Context context, String mediaType, Reading reading) throws Refused, IOException {
        LogDesk.Reader reader = new LogDesk.Reader(Routes.caller(context), purpose(context.header("Purpose")));
        Answers.send(context.res(), 200, mediaType, answer(reading, reader));
    }

    private byte[] answer(Reading reading, LogDesk.Reader reader) throws Refused {
        try {
            return reading.of(new LogDesk(there(log)), reader);
        } catch (NoSuchEntry e) {
            throw new Refused(
                    ProblemType.NO_SUCH_ENTRY,
                    "The decision log holds no entry of this id.",
                    List.of(Fault.outside("unknown-entry", "the path names no entry", null, List.of())));
        } catch (CursorRefused e) {
            throw new Refused(
                    ProblemType.BAD_QUERY,
                    "The search cannot go on from this cursor.",
                    List.of(Fault.outside("bad-cursor", e.words(), e.advice(), List.of())));
        } catch (LogRefused e) {
            throw Recording.refused(e);
        } catch (StoreException | DamagedEntry | FormatException e) {
            throw UnreadableLog.refused(e, "The decision log cannot be read; run './hqccp verify-log' beside it.");
        }
    }

    /** What there is only where a log is kept. */
    static <T> T there(@Nullable T log) throws Refused {
        if (log == null) {
            throw new Refused(ProblemType.NOT_RECORDED, "This service keeps no decision log.");
        }
        return log;
    }

    private static String purpose(@Nullable String header) throws Refused {
        String purpose = header == null ? "" : header.strip();
        if (purpose.isEmpty()
                || purpose.length() > LONGEST_PURPOSE
                || purpose.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Refused(
                    ProblemType.NO_PURPOSE,
                    "Who reads the decision log says why.",
                    List.of(Fault.outside(
                            "purpose",
                            "the header Purpose is not a text of 1 to " + LONGEST_PURPOSE + " plain characters",
                            "send why you read, such as Purpose: yearly audit 2026",
                            List.of())));
        }
        return purpose;
    }
}
