package org.hqccp.engine;

import java.util.List;

/**
 * Everything one decision hands to Drools: one package, because Drools may lose a rule where two packages share a condition (its issue
 * 7115).
 *
 * @param name the package
 * @param rowTypes the rows its rules look at
 * @param rules its rules
 */
record EmittedPackage(String name, List<RowType> rowTypes, List<EmittedRule> rules) {
    /** Where the packages of all decisions stand. */
    static final String PREFIX = "emitted.";

    String text() {
        StringBuilder text = new StringBuilder("package " + name + ";\n");
        rowTypes.forEach(type -> text.append(type.declaration()));
        rules.forEach(rule -> text.append(rule.text()));
        return text.toString();
    }
}
