package org.hqccp.rulelanguage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hqccp.facts.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One checked rule.
 *
 * @param id its id, never reused
 * @param statement what is true when it is met, in plain words
 * @param decision the decision it belongs to
 * @param group its group within the decision
 * @param kind what kind of rule it is
 * @param clock the date that picks it
 * @param from first day in force
 * @param to last day in force; none while it is open
 * @param sources tags of what it rests on
 * @param subject what it is about
 * @param appliesTo whom it concerns; none means everyone
 * @param developing when a failed test is DEVELOPING; none means never
 * @param test what must hold
 * @param conclusion what it says when it does
 * @param ifNotMet the outcome a NOT_MET leads to
 * @param ifUnknown how the conclusion stands while the test is undecided
 * @param advice what to do, in one plain sentence
 * @param stage when it runs
 * @param file its file below the rule folder
 * @param line the line of its name
 * @param text the file's text
 * @param hash SHA-256 of what it says, whatever its layout
 */
public record Rule(
        String id,
        String statement,
        String decision,
        String group,
        Kind kind,
        Clock clock,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> sources,
        EntityType subject,
        @Nullable Expr appliesTo,
        @Nullable Expr developing,
        Expr test,
        Conclusion conclusion,
        @Nullable String ifNotMet,
        IfUnknown ifUnknown,
        @Nullable String advice,
        Stage stage,
        String file,
        int line,
        String text,
        String hash) {

    /** What kind of statement a rule is. */
    public enum Kind {
        CRITERION,
        GATE,
        WEIGHT,
        REPORT,
        CONCLUSION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a conclusion stands while its test is undecided. */
    public enum IfUnknown {
        /** It stays open. */
        OPEN,
        /** It stands. */
        CONCLUDES,
        /** It does not stand. */
        WAITS
    }

    /** When a rule runs: after everything it reads. */
    public enum Stage {
        FINDINGS,
        GROUPS,
        OUTCOMES,
        AFTERWARDS
    }

    /** Something wrong with this rule, at the first place where a word stands in its file; at its name where it stands nowhere. */
    public Problem problem(String word, String code, String message, @Nullable String advice) {
        return new RuleText(file, text).problemAtWord(word, line, code, message, advice);
    }

    /** What it is about, as the dictionary declares it. */
    public EntityType about() {
        EntityType type = subject;
        EntityType of = type.parent();
        while (type.isExtension() && of != null) {
            type = of;
            of = type.parent();
        }
        return type;
    }

    /** The same rule with other conditions, to try them. */
    public Rule with(@Nullable Expr otherAppliesTo, Expr otherTest, @Nullable Expr otherDeveloping) {
        return with(otherAppliesTo, otherTest, otherDeveloping, from, to);
    }

    /** The same rule in force at another time, to try it. */
    public Rule with(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return with(appliesTo, test, developing, otherFrom, otherTo);
    }

    private Rule with(
            @Nullable Expr otherAppliesTo,
            Expr otherTest,
            @Nullable Expr otherDeveloping,
            LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        return new Rule(
                id,
                statement,
                decision,
                group,
                kind,
                clock,
                otherFrom,
                otherTo,
                sources,
                subject,
                otherAppliesTo,
                otherDeveloping,
                otherTest,
                conclusion,
                ifNotMet,
                ifUnknown,
                advice,
                stage,
                file,
                line,
                text,
                hash);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether a failed test is never worse than DEVELOPING. */
    public boolean alwaysDeveloping() {
        return developing instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
    }

    /** Whether a NOT_MET of this rule counts against its group. */
    public boolean isMandatory() {
        return (kind == Kind.CRITERION || kind == Kind.GATE) && !alwaysDeveloping();
    }

    /** The kind of its findings as roll-up rules read it: {@code criterion}, {@code action}, {@code flag}. */
    public String findingKind() {
        return kind == Kind.CONCLUSION ? conclusion.verb().word() : kind.word();
    }
}
