package org.hqccp.book;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hqccp.facts.Fact;

/** Where everything stands in the book. A rule keeps its address for good. */
final class Address {
    static final String START = "index.html";
    static final String RULES = "rules.html";
    static final String PRINCIPLES = "principles.html";
    static final String PATHWAYS = "pathways.html";
    static final String FACTS = "facts.html";
    static final String PARAMETERS = "parameters.html";
    static final String SOURCES = "sources.html";
    static final String SUPPORTS = "supports.html";
    static final String MESSAGES = "messages.html";
    static final String CONFIRM = "confirm.html";
    static final String WHOLE = "whole.html";
    static final String STYLE = "book.css";

    private Address() {}

    static String rule(String id) {
        return "rules/" + part(id) + ".html";
    }

    static String decision(String name) {
        return "decisions/" + part(name) + ".html";
    }

    static String group(String decision, String group) {
        return decision(decision) + "#" + part(group);
    }

    static String facts(String entity) {
        return "facts/" + part(entity) + ".html";
    }

    static String fact(Fact fact) {
        return facts(fact.entity()) + "#" + part(fact.name());
    }

    static String parameter(String name) {
        return PARAMETERS + "#" + part(name);
    }

    static String source(String tag) {
        return SOURCES + "#" + part(tag);
    }

    static String support(String id) {
        return SUPPORTS + "#" + part(id);
    }

    /** A name as it may stand in a path: any letter that could mean something else there is written by its number. */
    static String part(String name) {
        StringBuilder part = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.' && !part.isEmpty();
            part.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "~%02x", (int) c));
        }
        return part.toString();
    }
}
