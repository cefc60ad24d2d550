package org.hqccp.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** Who may call: tokens, of which only hashes are kept. The tokens are long and random, so that a plain hash is enough. */
public final class Tokens {
    /** The first line of a file of tokens. */
    public static final String HEADER = "name,role,sha256";

    private static final int BYTES = 32;
    private final List<Holder> holders;

    /**
     * Someone with a token.
     *
     * @param name who it is
     * @param role what they may do
     * @param sha256 hash of the token's text, in lower-case hex digits
     */
    public record Holder(String name, Role role, String sha256) {
        /** Its line in the file of tokens. */
        public String line() {
            return name + "," + role.word() + "," + sha256;
        }
    }

    /** A new token, told once, and what is kept of it. */
    public record Issued(String token, Holder holder) {}

    private Tokens(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /** Draws a token of 256 random bits. */
    public static Issued issue(String name, Role role, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = "hqccp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Issued(token, new Holder(name, role, HexFormat.of().formatHex(hash(token))));
    }

    /** Whether a name can stand in the file. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,63}");
    }

    /**
     * Reads a file of hashed tokens.
     *
     * @param problems gets what is wrong with it
     */
    public static Tokens read(Path file, List<Problem> problems) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        String name = String.valueOf(file.getFileName());
        List<Holder> holders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            problems.add(new Problem(name, 1, 1, "HEADER", "the first line names the columns", "write " + HEADER));
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Holder holder = holder(name, i + 1, line, problems);
                if (holder != null && (!seen.add(holder.name()) || !seen.add(holder.sha256()))) {
                    problems.add(new Problem(
                            name, i + 1, 1, "DUPLICATE", "the name or the hash already stands above", "keep one line"));
                } else if (holder != null) {
                    holders.add(holder);
                }
            }
        }
        if (holders.isEmpty() && problems.isEmpty()) {
            problems.add(
                    new Problem(name, 1, 1, "EMPTY", "the file names nobody", "add a line that 'hqccp token' prints"));
        }
        return new Tokens(holders);
    }

    private static @Nullable Holder holder(String file, int at, String line, List<Problem> problems) {
        String[] cells = line.split(",", -1);
        Role role = cells.length == 3 ? Role.named(cells[1].strip()) : null;
        if (cells.length != 3) {
            problems.add(new Problem(file, at, 1, "COLUMNS", "the line has not three cells", "write " + HEADER));
        } else if (!isName(cells[0].strip())) {
            problems.add(new Problem(
                    file, at, 1, "NAME", "the name is not 1 to 64 letters, digits, dots, dashes or blanks", null));
        } else if (role == null) {
            problems.add(new Problem(file, at, 1, "ROLE", "there is no such role", suggested(cells[1].strip())));
        } else if (!cells[2].strip().matches("[0-9a-f]{64}")) {
            problems.add(new Problem(
                    file,
                    at,
                    1,
                    "HASH",
                    "the hash is not 64 lower-case hex digits",
                    "copy the line that 'hqccp token' prints"));
        } else {
            return new Holder(cells[0].strip(), role, cells[2].strip());
        }
        return null;
    }

    private static String suggested(String written) {
        String advice = Suggestion.didYouMean(written, Role.words());
        return advice == null ? "write " + String.join(" or ", Role.words()) : advice;
    }

    /** The holder of a token. Every hash is compared, and in constant time, so that time tells nothing. */
    @Nullable
    Holder holderOf(String token) {
        byte[] hash = hash(token);
        Holder found = null;
        for (Holder holder : holders) {
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(holder.sha256()))) {
                found = holder;
            }
        }
        return found;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
