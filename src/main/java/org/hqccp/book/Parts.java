package org.hqccp.book;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hqccp.facts.Plural;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Source;
import org.jspecify.annotations.Nullable;

/** Pieces that many pages show. */
final class Parts {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'()]*[^\\s<>\"'().,;:]");
    private final Page page;

    Parts(Page page) {
        this.page = page;
    }

    /** A table with its caption; a row is a list of cells. */
    static Html table(String caption, List<String> columns, List<List<Object>> rows) {
        return Html.element(
                "div",
                Html.style("wide"),
                Html.attribute("role", "region"),
                Html.attribute("aria-label", caption),
                Html.attribute("tabindex", "0"),
                Html.element(
                        "table",
                        Html.element("caption", caption),
                        Html.element(
                                "thead",
                                Html.element(
                                        "tr",
                                        columns.stream()
                                                .map(c -> Html.element("th", Html.attribute("scope", "col"), c))
                                                .toList())),
                        Html.element(
                                "tbody",
                                rows.stream()
                                        .map(row -> Html.element(
                                                "tr",
                                                row.stream()
                                                        .map(cell -> Html.element("td", cell))
                                                        .toList()))
                                        .toList())),
                "\n");
    }

    /** A name with what is said of it, left out where there is nothing to say. */
    static Html entry(String name, @Nullable Object value) {
        return value == null ? Html.all() : Html.all(Html.element("dt", name), Html.element("dd", value), "\n");
    }

    static Html section(String title, Object... content) {
        return Html.element("section", Html.element("h2", title), "\n", Html.all(content), "\n");
    }

    static Html paragraph(Object... content) {
        return Html.all(Html.element("p", content), "\n");
    }

    /** Rules in a list, each with its statement and marks. */
    Html rules(List<Rule> rules) {
        return Html.all(
                Html.element(
                        "ul",
                        Html.style("rules"),
                        rules.stream().map(this::listed).toList()),
                "\n");
    }

    private Html listed(Rule rule) {
        return Html.element(
                "li",
                Html.element("b", page.rule(rule.id())),
                " ",
                rule.statement(),
                rule.to() == null ? "" : " (to " + rule.to() + ")",
                Marks.of(rule.sources(), page.ruleSet()));
    }

    /** Rules in one line, by their ids. */
    Html ids(List<Rule> rules) {
        return rules.isEmpty()
                ? Html.all("no rule")
                : rules.stream().map(rule -> page.rule(rule.id())).collect(Html.joining(", "));
    }

    /** Sources in one line, by their tags. */
    Html tags(List<String> tags) {
        return tags.stream()
                .map(tag ->
                        page.ruleSet().sources().containsKey(tag) ? page.link(Address.source(tag), tag) : Html.all(tag))
                .collect(Html.joining(", "));
    }

    /** Sources with what they are, a line each. */
    Html sources(List<String> tags) {
        return Html.element(
                "ul",
                Html.style("sources"),
                tags.stream()
                        .map(tag -> {
                            Source source = page.ruleSet().sources().get(tag);
                            return source == null
                                    ? Html.element("li", tag)
                                    : Html.element(
                                            "li",
                                            Html.element("b", page.link(Address.source(tag), tag)),
                                            " ",
                                            Marks.one(source.mark()),
                                            " ",
                                            web(source.where()));
                        })
                        .toList());
    }

    /** A text whose addresses on the web can be followed. */
    static Html web(String text) {
        Matcher address = WEB.matcher(text);
        Html written = Html.all();
        int from = 0;
        while (address.find()) {
            Html link = Html.element(
                    "a", Html.attribute("href", address.group()), Html.attribute("rel", "noreferrer"), address.group());
            written = Html.all(written, text.substring(from, address.start()), link);
            from = address.end();
        }
        return Html.all(written, text.substring(from));
    }

    /** The values of a parameter by date. */
    Html history(Parameter parameter) {
        return table(
                parameter.meaning() + ", by the " + words(parameter.clock().word()),
                List.of("value", "from", "to", "rests on"),
                parameter.periods().stream()
                        .map(period -> List.<Object>of(
                                value(period.value(), parameter.unit()),
                                period.from(),
                                to(period.to()),
                                Html.all(tags(period.sources()), Marks.of(period.sources(), page.ruleSet()))))
                        .toList());
    }

    static String to(@Nullable LocalDate to) {
        return to == null ? "open" : to.toString();
    }

    static String words(String dashed) {
        return dashed.replace('-', ' ');
    }

    static String value(Object value, String unit) {
        if (value instanceof Unknown) {
            return "not known";
        } else if (value instanceof Collection<?> set) {
            return set.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        boolean bare = List.of("set", "code", "date", "month-day", "time").contains(unit);
        return bare ? String.valueOf(value) : value + " " + Plural.unit(String.valueOf(value), unit);
    }

    /** The name of a rule's group. */
    String group(Rule rule) {
        DecisionModel decision = page.ruleSet().decisions().get(rule.decision());
        DecisionModel.Group group = decision == null ? null : decision.group(rule.group());
        return group == null ? rule.group() : group.title();
    }
}
