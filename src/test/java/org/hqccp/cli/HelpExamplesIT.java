package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.decisionlog.Export;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example at the end of a help text is run from the built jar, in a folder that has the files it names, and ends with 0. The
 * installation is a copy of the rules and the test cases, with a log of one decision. Examples without anything of the shell's share one
 * process of the jar: most of the time of a short command is the start of Java.
 */
class HelpExamplesIT {
    private static final Path HOME =
            Path.of(System.getProperty("hqccp.home", ".")).toAbsolutePath();
    private static final String CASE = "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"student\":{\"gradeLevel\":9}}";
    private static final String READY = "is ready: ";
    /** A case fetched, and posted. */
    static final Pattern CURL =
            Pattern.compile("curl -s (http\\S+) \\|\\s+curl -s -H '([^:]+): ([^']+)' --data-binary @- (http\\S+)");

    /** One command of ours with words that are plain, or quoted as a whole. */
    private static final Pattern PLAIN = Pattern.compile("hqccp( ([\\w./=:,@+-]+|'[^']*'))*");
    /** A folder that is written must not be there yet, so each example writes its own. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    private static Path home;

    private static String offered;
    private static String recorded;
    private static String key;
    private static String live;
    private static ExampleRunner runner;

    @BeforeAll
    static void install() throws Exception {
        SmallPolicy.copy(Path.of("rules"), home.resolve("rules"));
        SmallPolicy.copy(Path.of("rules"), home.resolve("my-rules"));
        SmallPolicy.copy(Path.of("test-cases"), home.resolve("test-cases"));
        Files.writeString(home.resolve("case.json"), CASE);
        Path bin = Files.createDirectory(home.resolve("bin")).resolve("hqccp");
        Files.writeString(
                bin,
                "#!/bin/sh\nexec java -XX:+UseSerialGC '-Dhqccp.home=" + home + "' -cp '"
                        + HOME.resolve("target/hqccp.jar") + "' org.hqccp.cli.Main \"$@\"\n");
        assertThat(bin.toFile().setExecutable(true)).isTrue();
        String line = run("hqccp token portal --role application")
                .lines()
                .filter(l -> l.strip().startsWith("portal,"))
                .findFirst()
                .orElseThrow();
        Files.writeString(home.resolve("tokens.csv"), "name,role,sha256\n" + line.strip() + "\n");
        List<String> applicants = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            applicants.add(LotteryCommandsTest.applicant(
                    i, ",'residencyTown':'Boston'", ",'applicationFormInTime':true", 3, 2));
        }
        Files.write(home.resolve("applicants.ndjson"), applicants);
        run("hqccp lottery commit --seed-file seed.txt");
        run("hqccp lottery draw applicants.ndjson --seed-file seed.txt --public '4 1 6' --out draw-record.json");
        Path roster = Files.createDirectory(home.resolve("oneroster"));
        Files.writeString(roster.resolve("orgs.csv"), "sourcedId,name,type\ns,Made-up High,school\n");
        Files.writeString(roster.resolve("users.csv"), "sourcedId,orgSourcedIds,role,grades\nu,s,student,09\n");
        run("hqccp cohort --students 100 --seed 7 --out students.ndjson");
        serve("hqccp serve --port 0", true);
        Files.copy(home.resolve("data/checkpoint"), home.resolve("checkpoint-from-the-auditor"));
        key = LogKeys.of(Settings.usualKeyFile(home.resolve("data")))
                .signing()
                .verifier()
                .text();
        live = CheckedRules.read(home.resolve("rules")).version();
        runner = ExampleRunner.start(HOME.resolve("target/hqccp.jar"), home);
        try (LogReader reader = SqliteReader.open(home.resolve("data"));
                OutputStream out = Files.newOutputStream(home.resolve("log.ndjson"))) {
            Export.write(
                    reader,
                    LogKeys.of(Settings.usualKeyFile(home.resolve("data")))
                            .signing()
                            .verifier(),
                    out);
        }
    }

    @AfterAll
    static void end() throws Exception {
        runner.end();
    }

    /** What the greeting offers to paste is a real case of the policy, and it is decided. */
    @Test
    void theCommandOfTheGreetingDecidesACase() {
        assertThat(offered).contains("\"name\":\"school-designation\"", "\"outcome\":\"READY_FOR_DESIGNATION\"");
    }

    @TestFactory
    Stream<DynamicTest> everyExampleWorks() {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> command : HqccpCommandTest.helps()) {
            List<String> asked = new ArrayList<>(command);
            asked.add("--help");
            String help = CommandLineRun.of(asked.toArray(String[]::new)).out();
            help.substring(help.indexOf("Examples:\n") + "Examples:\n".length())
                    .lines()
                    .map(line -> line.strip().replaceFirst(" {2,}.*", ""))
                    .forEach(example -> tests.add(dynamicTest(example, () -> example(example))));
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    /** An example stands for what the reader has: an id, a key, a folder, a free port. */
    private static void example(String example) throws Exception {
        String real = example.replaceAll("0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60|\\bID\\b", recorded)
                .replaceAll("log[.]example/\\S+", key)
                .replace("/srv/hqccp", "data")
                .replaceAll("--out (\\S+)", "--out $1-" + NEXT.incrementAndGet())
                .replaceAll("\\bLX-\\d+|program[.]campusTour", "$0" + NEXT.incrementAndGet())
                .replace("../my-rules", "my-rules")
                .replace("rules-of-next-year", "my-rules")
                .replace("RULES-VERSION", live);
        if (real.startsWith("hqccp serve")) {
            serve(real.replaceAll(" --port \\d+", "") + " --port 0", false);
        } else if (PLAIN.matcher(real).matches()) {
            ExampleRunner.Ended ended = runner.run(real);
            assertThat(ended.code()).as(real + "\n" + ended.printed()).isZero();
        } else {
            run(real);
        }
    }

    private static Process start(String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return builder.start();
    }

    private static String run(String command) throws Exception {
        Process process = start(command);
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(command + "\n" + printed).isZero();
        return printed;
    }

    /** Starts a service, has it decide a case if asked to, and stops it. */
    private static void serve(String command, boolean decides) throws Exception {
        Process process = start("exec " + command);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder printed = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.contains(READY)) {
            printed.append(line).append('\n');
            line = out.readLine();
        }
        assertThat(line).as(printed.toString()).isNotNull();
        if (decides) {
            String address =
                    line.substring(line.indexOf(READY) + READY.length()).strip();
            String answer = send(HttpRequest.newBuilder(URI.create(address + "/v1/decisions/student-supports"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(CASE))
                    .build());
            recorded = answer.replaceFirst("(?s).*\"decisionId\":\"([^\"]+)\".*", "$1");
            Files.writeString(home.resolve("answer.json"), answer);
            Files.writeString(home.resolve("proof.json"), proof(address));
            assertThat(recorded).as(answer).hasSize(36);
            offered = pasted(out);
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(command).isZero();
    }

    /** What comes of the command that the greeting offers, taken apart as a shell would. */
    private static String pasted(BufferedReader out) throws Exception {
        StringBuilder greeting = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.contains("Ctrl-C")) {
            greeting.append(line).append('\n');
            line = out.readLine();
        }
        Matcher curl = CURL.matcher(greeting);
        assertThat(curl.find()).as(greeting.toString()).isTrue();
        String example = send(HttpRequest.newBuilder(URI.create(curl.group(1))).build());
        return send(HttpRequest.newBuilder(URI.create(curl.group(4)))
                .header(curl.group(2), curl.group(3))
                .POST(BodyPublishers.ofString(example))
                .build());
    }

    /** The proof of the recorded decision, which is there once a checkpoint is signed. */
    private static String proof(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/log/" + recorded + "/proof"))
                .header("Purpose", "the examples of the help")
                .build();
        String proof = send(request);
        for (int i = 0; i < 100 && proof.contains("not-signed-yet"); i++) {
            Thread.sleep(100);
            proof = send(request);
        }
        return proof;
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
