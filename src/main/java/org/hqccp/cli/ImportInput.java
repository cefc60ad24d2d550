package org.hqccp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hqccp.facts.Suggestion;
import org.hqccp.importing.ImportOptions;
import org.hqccp.importing.References;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files are imported, and how they are to be read. */
final class ImportInput {
    private static final int SHORTEST_KEY = 16;

    @Parameters(index = "0", paramLabel = "FROM", description = "A folder, a file or a zip.")
    private Path from = Path.of("");

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "oneroster, sims or ed-fi.")
    private String format = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = {
                "A secret that turns ids of students into made-up references. It is made if it is not there: keep it, and keep it secret.",
                "With another key the same students get other references."
            })
    private Path key = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "The day for which the cases are decided. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--complete",
            paramLabel = "RECORD",
            split = ",",
            description =
                    "Records that name everybody they could name, so that who is not in them is known to be none of theirs. Days are counted, and lists told, of such records only.")
    private Set<String> complete = new TreeSet<>();

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "What divides the cells of a table: comma, semicolon, tab or bar. Default: comma.")
    private String delimiter = "comma";

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "How tables are written, such as windows-1252. Default: UTF-8, or UTF-16 where the file shows it.")
    private @Nullable String encoding;

    @Option(
            names = "--constant-from",
            paramLabel = "N",
            description =
                    "From how many students on one same value for everybody is not believed. Default: ${DEFAULT-VALUE}.")
    private int constantFrom = ImportOptions.USUAL_CONSTANT_FROM;

    Path from() {
        return from;
    }

    /** What a run writes must not be among what it reads. */
    private void keepApart(String option, @Nullable Path written) throws Refusal {
        if (written != null
                && written.toAbsolutePath()
                        .normalize()
                        .startsWith(from.toAbsolutePath().normalize())) {
            throw new Refusal(option + " would be among the files that are read; name one outside of " + from + ".");
        }
    }

    /** Refuses what cannot be, before anything is read. */
    void check(@Nullable Path out, @Nullable Path report) throws Refusal {
        if (!Crosswalk.FORMATS.contains(format)) {
            throw new Refusal("--format is one of " + String.join(", ", Crosswalk.FORMATS) + ".");
        }
        if (!Files.exists(from)) {
            throw new Refusal("there is no " + from + ".");
        }
        if (constantFrom < 2) {
            throw new Refusal("--constant-from is 2 or more.");
        }
        keepApart("--out", out);
        keepApart("--report", report);
        keepApart("--key", key);
        delimiter();
        charset();
    }

    ImportOptions options(Crosswalk crosswalk, Clock clock) throws Refusal {
        Set<String> records = new TreeSet<>();
        crosswalk.rows(format).stream().map(CrosswalkRow::record).forEach(records::add);
        if (records.isEmpty()) {
            throw new Refusal("rules/crosswalk.csv says nothing about " + format + ".");
        }
        for (String record : complete) {
            if (!records.contains(record)) {
                String nearest = Suggestion.didYouMean(record, records);
                throw new Refusal("the crosswalk has no record " + record + " of " + format
                        + (nearest == null ? "." : "; " + nearest));
            }
        }
        return new ImportOptions(
                format,
                asOf == null ? LocalDate.now(clock) : asOf,
                Set.copyOf(complete),
                delimiter(),
                charset(),
                constantFrom);
    }

    private char delimiter() throws Refusal {
        return switch (delimiter) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab", "\t" -> '\t';
            case "bar", "|" -> '|';
            default -> throw new Refusal("--delimiter is comma, semicolon, tab or bar.");
        };
    }

    private @Nullable Charset charset() throws Refusal {
        if (encoding == null) {
            return null;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "there is no encoding " + encoding + "; write utf-8, utf-16, iso-8859-1 or windows-1252.");
        }
    }

    References references(Screen screen) throws IOException, Refusal {
        if (!Files.exists(key)) {
            byte[] made = new byte[References.KEY_BYTES];
            new SecureRandom().nextBytes(made);
            if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(key, HexFormat.of().formatHex(made) + "\n");
            screen.err()
                    .println("Made a new key in " + key
                            + ". Keep it: with another key the same students get other references.");
        }
        String read = Files.readString(key).strip();
        if (read.length() < SHORTEST_KEY) {
            throw new Refusal(key + " is no key: it holds fewer than " + SHORTEST_KEY + " letters.");
        }
        return new References(read.getBytes(StandardCharsets.UTF_8));
    }

    /** Names everything the lines depend on, without anything secret. */
    String madeFrom(ImportOptions options, References references, String rules, @Nullable String decision)
            throws IOException {
        return String.join(
                "\n",
                "format " + options.format(),
                "as of " + options.asOf(),
                "complete " + String.join(",", new TreeSet<>(options.complete())),
                "delimiter " + (int) options.delimiter(),
                "encoding " + options.encoding(),
                "constant from " + options.constantFrom(),
                "key " + references.fingerprint(),
                "rules " + rules,
                "decision " + decision,
                "files " + content());
    }

    private String content() throws IOException {
        MessageDigest digest = sha256();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            digest.update(from.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                while (in.read(buffer) >= 0) {
                    // Reading is what feeds the digest.
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every JDK has SHA-256", e));
        }
    }
}
