package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hqccp.book.Book;
import org.hqccp.facts.Suggestion;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LiveRules;
import org.jspecify.annotations.Nullable;

/**
 * The policy book of the rule set in force. It is made when it is first asked for, and again after a reload. It leaves the test cases
 * out: they are no part of a rule set, so its version says nothing of them.
 */
final class BookRoutes {
    /** Style from here, and nothing else: the pages hold no script. */
    private static final String MAY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private static final String PAGE = ".html";
    private static final String START = "index.html";
    private final LiveRules rules;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

    /** A book, and its pages as they were asked for. */
    private record Made(RuleSet ruleSet, Book book, Map<String, byte[]> pages) {
        Made(RuleSet ruleSet) {
            this(ruleSet, Book.of(ruleSet, null), new ConcurrentHashMap<>());
        }

        byte @Nullable [] page(String path) {
            byte[] page = pages.get(path);
            if (page == null) {
                page = book.page(path);
                if (page != null) {
                    pages.put(path, page);
                }
            }
            return page;
        }
    }

    BookRoutes(LiveRules rules) {
        this.rules = rules;
    }

    void start(Context context, Query query) throws Refused, IOException {
        send(context, START, context.path().endsWith("/") ? "" : "book/");
    }

    void list(Context context, Query query) throws Refused, IOException {
        send(context, context.pathParam("page"), up(context, ""));
    }

    void sheet(Context context, Query query) throws Refused, IOException {
        send(context, context.pathParam("shelf") + "/" + context.pathParam("page"), up(context, "../"));
    }

    /** The address of a rule that stays for good, whatever becomes of the book around it. */
    void rule(Context context, Query query) throws Refused, IOException {
        String id = context.pathParam("id");
        send(context, Book.pathOfRule(id), up(context, "../") + "book/");
    }

    /** The way to the top of the book; an address that ends in a slash lies one step deeper. */
    private static String up(Context context, String way) {
        return context.path().endsWith("/") ? "../" + way : way;
    }

    private void send(Context context, String asked, String toTop) throws Refused, IOException {
        Made book = book();
        String path = asked.endsWith(PAGE) || asked.endsWith(".css") ? asked : asked + PAGE;
        boolean inPlace = toTop.equals(path.contains("/") ? "../" : "");
        byte[] page = inPlace ? book.page(path) : book.book().page(path, toTop);
        if (page == null) {
            List<String> known = book.book().paths();
            throw new Refused(
                    ProblemType.NO_SUCH_ROUTE,
                    "The policy book has no such page.",
                    List.of(Fault.outside(
                            "unknown-path",
                            "the path names no page of the book",
                            Suggestion.didYouMean(path, known),
                            List.of())));
        }
        String tag = '"' + book.ruleSet().version().substring(0, 16) + "-" + hash(page) + '"';
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        context.header("Content-Security-Policy", MAY);
        if (isKept(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        boolean style = path.endsWith(".css");
        Answers.send(context.res(), 200, style ? "text/css;charset=utf-8" : ProblemPages.HTML, page);
    }

    private Made book() {
        RuleSet ruleSet = rules.current().ruleSet();
        Made book = made.get();
        if (book == null || book.ruleSet() != ruleSet) {
            book = new Made(ruleSet);
            made.set(book);
        }
        return book;
    }

    private static boolean isKept(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }

    private static String hash(byte[] page) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(page);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
