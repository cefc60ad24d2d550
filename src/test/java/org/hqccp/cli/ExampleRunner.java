package org.hqccp.cli;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.page.Look;

/** One process of the built jar, in the folder of an installation, that runs one command line after another. */
final class ExampleRunner {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private final Process process;
    private final DataOutputStream asked;
    private final DataInputStream answered;

    /** How a command line ended, and what it printed. */
    record Ended(int code, String printed) {}

    private ExampleRunner(Process process) {
        this.process = process;
        this.asked = new DataOutputStream(process.getOutputStream());
        this.answered = new DataInputStream(process.getInputStream());
    }

    static ExampleRunner start(Path jar, Path home) throws Exception {
        // Of the compiled tests it takes this class alone: everything else comes from the jar.
        Path tests = Path.of(ExampleRunner.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dhqccp.home=" + home,
                        "-cp",
                        jar + File.pathSeparator + tests,
                        ExampleRunner.class.getName())
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ExampleRunner(process);
    }

    /** Runs one command line, which begins with the name of the program. */
    Ended run(String line) throws IOException {
        asked.writeUTF(line);
        asked.flush();
        return new Ended(
                answered.readInt(), new String(answered.readNBytes(answered.readInt()), StandardCharsets.UTF_8));
    }

    /** Ends the process: it finds no more command lines to run. */
    void end() throws Exception {
        asked.close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process of the examples does not end");
        }
    }

    /** What the process does: one command line after another, each with its exit code and what it printed. */
    public static void main(String[] args) throws IOException {
        DataInputStream asked = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(System.out);
        while (true) {
            String line;
            try {
                line = asked.readUTF();
            } catch (EOFException e) {
                return;
            }
            StringWriter printed = new StringWriter();
            PrintWriter writer = new PrintWriter(printed);
            Screen screen = new Screen(
                    writer, writer, new ByteArrayInputStream(new byte[0]), false, false, Look.STANDARD_WIDTH);
            int code = HqccpCommand.run(screen, Folders.ofThisInstallation(), Clock.systemUTC(), words(line));
            writer.flush();
            byte[] text = printed.toString().getBytes(StandardCharsets.UTF_8);
            answers.writeInt(code);
            answers.writeInt(text.length);
            answers.write(text);
            answers.flush();
        }
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
