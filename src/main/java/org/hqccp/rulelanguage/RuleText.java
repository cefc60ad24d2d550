package org.hqccp.rulelanguage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one rule file: places in it, characters it may not hold, and its hash. */
final class RuleText {
    private static final int LARGEST = 16_384;
    private static final int LONGEST_LINE = 200;
    private static final Pattern THEN = Pattern.compile("(?m)(?:^|\\s)then\\s+");
    private final String file;
    private final String text;

    RuleText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    Problem problem(int offset, String code, String message, @Nullable String advice) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Problem(file, line, column, code, message, advice);
    }

    /** A problem of a whole line: its place is where the line's text starts. */
    Problem problemAtLine(int line, String code, String message, @Nullable String advice) {
        int number = Math.max(line, 1);
        String written = line(number);
        int column = written.isBlank()
                ? 1
                : written.length() - written.stripLeading().length() + 1;
        return new Problem(file, number, column, code, message, advice);
    }

    /** A problem at the first place where a word stands; at the line where it stands nowhere. */
    Problem problemAtWord(String word, int line, String code, String message, @Nullable String advice) {
        Matcher matcher = Pattern.compile("(?<![A-Za-z0-9_.-])" + Pattern.quote(word) + "(?![A-Za-z0-9_-])")
                .matcher(text);
        return matcher.find()
                ? problem(matcher.start(), code, message, advice)
                : problemAtLine(line, code, message, advice);
    }

    /** Where the conclusion starts, behind {@code then}. */
    int conclusion() {
        Matcher matcher = THEN.matcher(text);
        int start = 0;
        while (matcher.find()) {
            start = matcher.end();
        }
        return start;
    }

    /** Where a word of the conclusion stands; the start of the conclusion if it does not. */
    int inConclusion(String word) {
        return Math.max(conclusion(), text.indexOf(word, conclusion()));
    }

    /** The same with plain quotes for typographic and single ones, and blanks for what cannot be seen. */
    RuleText withPlainCharacters() {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("\u201c\u201d\u201e\u2018\u2019'".indexOf(c) >= 0) {
                plain.setCharAt(i, '"');
            } else if (c != '\n' && c != '\r' && isInvisible(c)) {
                plain.setCharAt(i, ' ');
            }
        }
        return new RuleText(file, plain.toString());
    }

    /** The same without the statement on a line; none if the rule falls apart without it. */
    @Nullable
    RuleText without(int line) {
        String rest = new Statements(text).without(line);
        return rest == null || rest.equals(text) ? null : new RuleText(file, rest);
    }

    /** Whether a text opens on a line and does not end there. */
    boolean isQuoteOpen(int line) {
        return line(line).chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static boolean isInvisible(char c) {
        return c < ' ' || c == '\u00a0' || Character.getType(c) == Character.FORMAT || Character.isSurrogate(c);
    }

    /** The text of one line, counted from 1. */
    String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The first annotation whose parentheses do not close on its line; 0 if all do. */
    int unbalancedLine() {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("@") && SyntaxAdvice.isUnbalanced(lines.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Where the value of an annotation starts; the start of the text if it is not found. */
    int annotation(String name) {
        Matcher matcher =
                Pattern.compile("@" + Pattern.quote(name) + "\\s*\\(\\s*").matcher(text);
        return matcher.find() ? matcher.end() : 0;
    }

    /** Characters that would be read as something else than they look like. */
    List<Problem> characters() {
        List<Problem> problems = new ArrayList<>();
        if (text.length() > LARGEST) {
            problems.add(problemAtLine(
                    1, "SIZE", "the file is larger than " + LARGEST + " characters", "one criterion, one short file"));
            return problems;
        }
        for (int i = 0; i < text.length() && problems.size() < 20; i++) {
            char c = text.charAt(i);
            String code = null;
            String message = "";
            String advice = null;
            if (c == '\\') {
                code = "BACKSLASH";
                message = "a backslash may stand nowhere in a rule file";
            } else if (c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u2018' || c == '\u2019') {
                code = "CHAR";
                message = "the character '" + c + "' comes from a word processor";
                advice = c == '\u2019' || c == '\u2018' ? "type a straight ' or leave it out" : "type a straight \"";
            } else if (c == '\ufeff') {
                code = "CHAR";
                message = "the file starts with an invisible mark (BOM)";
                advice = "save it as plain UTF-8";
            } else if (c == '\t') {
                code = "TAB";
                message = "a tab stands here";
                advice = "use spaces";
            } else if (c != '\n' && c != '\r' && isInvisible(c)) {
                code = "CHAR";
                message = String.format("an invisible or special character (U+%04X) stands here", (int) c);
                advice = "delete it";
            }
            if (code != null) {
                problems.add(problem(i, code, message, advice));
            }
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.length() > LONGEST_LINE) {
                problems.add(problem(
                        offsetOfLine(number) + LONGEST_LINE,
                        "SIZE",
                        "the line is longer than " + LONGEST_LINE + " characters",
                        "break it"));
            }
            int single = singleQuote(line);
            if (single >= 0) {
                problems.add(problem(
                        offsetOfLine(number) + single,
                        "QUOTE",
                        "a text stands in double quotes",
                        "write \"…\" and not '…'"));
            }
            if (isQuoteOpen(number)) {
                problems.add(problem(
                        offsetOfLine(number) + line.lastIndexOf('"'),
                        "QUOTE",
                        "a text starts with \" but never ends on this line",
                        null));
            }
        }
        return problems;
    }

    /** Where a line opens a text with ', which Drools would read as a text too; less than 0 if it does not. */
    private static int singleQuote(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length() && (quoted || !line.startsWith("//", i)); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == '\'' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private int offsetOfLine(int number) {
        int offset = 0;
        for (int i = 1; i < number; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    /** SHA-256 of the text without comments and layout. */
    String hash() {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        String bare = text.replaceAll("(?m)^\\s*//.*$", "");
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            boolean blank = Character.isWhitespace(c);
            if (quoted || !blank) {
                plain.append(c);
            } else if (isWord(plain) && i + 1 < bare.length() && Character.isLetterOrDigit(bare.charAt(i + 1))) {
                plain.append(' ');
            }
        }
        return sha256(plain.toString());
    }

    private static boolean isWord(StringBuilder plain) {
        return plain.length() > 0 && Character.isLetterOrDigit(plain.charAt(plain.length() - 1));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
