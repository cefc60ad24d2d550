package org.hqccp.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RetiredRule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Statement;
import org.hqccp.testcase.CaseFolder;
import org.jspecify.annotations.Nullable;

/** The policy book of one rule set: pages by their path, made when they are asked for. The same rule set gives the same bytes. */
public final class Book {
    private static final String CSS = "/book/book.css";
    private final Contents contents;
    private final SortedMap<String, Sheet> sheets = new TreeMap<>();

    /** What is on a page. */
    private record Sheet(String title, Function<Page, Html> content) {}

    private Book(Contents contents) {
        this.contents = contents;
        lay(contents.ruleSet());
    }

    /**
     * The book of a rule set.
     *
     * @param cases its test cases; none leaves them out
     */
    public static Book of(RuleSet ruleSet, @Nullable CaseFolder cases) {
        return new Book(new Contents(ruleSet, cases));
    }

    private void lay(RuleSet ruleSet) {
        sheet(Address.START, "The policy book", page -> new StartPage(page).content());
        sheet(Address.RULES, "All rules", page -> new Shelves(page).rules());
        sheet(Address.PRINCIPLES, "Rules by principle", page -> new Shelves(page).principles());
        sheet(Address.PATHWAYS, "Rules by pathway", page -> new KindPage(page).content());
        sheet(Address.FACTS, "Facts", page -> new FactPage(page).shelves());
        sheet(Address.PARAMETERS, "Parameters", page -> new Shelves(page).parameters());
        sheet(Address.SOURCES, "Sources", page -> new Shelves(page).sources());
        sheet(Address.SUPPORTS, "Supports", page -> new Shelves(page).supports());
        sheet(Address.MESSAGES, "Messages", page -> new Shelves(page).messages());
        sheet(Address.CONFIRM, "To confirm", page -> new ConfirmPage(page).content());
        sheet(Address.WHOLE, "The whole book", Book::whole);
        for (DecisionModel decision : ruleSet.decisions().values()) {
            sheet(Address.decision(decision.name()), decision.title(), page -> new DecisionPage(page).of(decision));
        }
        for (EntityType type : ruleSet.dictionary().types()) {
            sheet(Address.facts(type.name()), "Facts about " + type.label(), page -> new FactPage(page).of(type));
        }
        for (RetiredRule retired : ruleSet.retired().values()) {
            sheet(Address.rule(retired.id()), retired.id() + " (retired)", page -> RetiredArticle.of(retired, page));
        }
        for (Statement statement : ruleSet.statements().values()) {
            sheet(Address.rule(statement.id()), statement.id(), page -> StatementArticle.of(statement, page));
        }
        for (Rule rule : ruleSet.rules().values()) {
            sheet(Address.rule(rule.id()), rule.id() + " " + rule.statement(), page -> new RuleArticle(page).of(rule));
        }
    }

    private void sheet(String path, String title, Function<Page, Html> content) {
        sheets.put(path, new Sheet(title, content));
    }

    private static Html whole(Page page) {
        RuleArticle article = new RuleArticle(page);
        return Html.all(page.ruleSet().rules().values().stream()
                .map(rule -> Html.element(
                        "article",
                        Html.element("h2", article.title(rule)),
                        new Html(article.of(rule).text().replace("<h2>", "<h3>").replace("</h2>", "</h3>"))))
                .toList());
    }

    /** The path of every page, in order; the style sheet is one of them. */
    public List<String> paths() {
        SortedMap<String, Sheet> all = new TreeMap<>(sheets);
        all.put(Address.STYLE, new Sheet("", page -> Html.all()));
        return List.copyOf(all.keySet());
    }

    /** The path of the page of a rule, of something held without one, or of a retired rule. */
    public static String pathOfRule(String id) {
        return Address.rule(id);
    }

    /** A page as it stands in the folder of the book; none where there is no such page. */
    public byte @Nullable [] page(String path) {
        return page(path, path.contains("/") ? "../" : "");
    }

    /**
     * A page that is shown from another place.
     *
     * @param toTop the way from there to the top of the book, such as {@code ../book/}
     */
    public byte @Nullable [] page(String path, String toTop) {
        if (path.equals(Address.STYLE)) {
            return style();
        }
        Sheet sheet = sheets.get(path);
        if (sheet == null) {
            return null;
        }
        Page page = new Page(contents, toTop);
        Html content = Html.all(
                Html.element("h1", sheet.title()), "\n", sheet.content().apply(page));
        return page.frame(path, sheet.title(), content).text().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] style() {
        try (InputStream css = Book.class.getResourceAsStream(CSS)) {
            if (css == null) {
                throw new IllegalStateException("the program holds no " + CSS);
            }
            return css.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet of the book cannot be read", e);
        }
    }

    /** Every page by its path. */
    public Map<String, byte[]> pages() {
        SortedMap<String, byte[]> pages = new TreeMap<>();
        for (String path : paths()) {
            byte[] page = page(path);
            if (page != null) {
                pages.put(path, page);
            }
        }
        return pages;
    }
}
