package org.hqccp.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.DiskSpace;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;
import org.hqccp.testcase.SmallPolicy;

/** The real service on a free port, and the ways to talk to it. */
final class TestServer implements AutoCloseable {
    /** A case that the small policy decides. */
    static final String CASE =
            "{\"caseId\":\"c\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"concert\",\"indoors\":true,"
                    + "\"seats\":40,\"supervised\":true,\"guests\":[{\"name\":\"Ada\"}]}]}";

    static final String DECIDE = "/v1/decisions/event-permit";
    /** Standard, but patient: a busy machine must not fail a test. */
    static final Limits PATIENT =
            Limits.STANDARD.with(Limit.DEADLINE_MS, 60_000).with(Limit.IDLE_MS, 120_000);

    static final Settings SETTINGS = settings(PATIENT, null);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DecisionServer server;
    private final int port;
    final LiveRules rules;

    /** The folders of the logs, so that none is left behind. */
    private static final Map<DecisionLog, Path> FOLDERS = new ConcurrentHashMap<>();

    private final DecisionLog log;

    private TestServer(Settings settings, LiveRules rules, Decider decider) {
        this(settings, rules, decider, null);
    }

    private TestServer(Settings settings, LiveRules rules, Decider decider, DecisionLog log) {
        this.rules = rules;
        this.log = log;
        try {
            this.server = DecisionServer.start(settings, rules, decider, log);
            this.port = server.port();
        } catch (CannotStart e) {
            throw new AssertionError(e.message(), e);
        }
    }

    /** Serves the small policy. */
    static TestServer start() {
        return start(SETTINGS);
    }

    static TestServer start(Settings settings) {
        return start(settings, rules(SmallPolicy.RULES));
    }

    static TestServer start(Settings settings, LiveRules rules) {
        return new TestServer(settings, rules, new DecisionService(rules, SmallPolicy.CLOCK)::decide);
    }

    /** Serves and records; the log is closed with the server. */
    static TestServer recording(Settings settings, LiveRules rules, DecisionLog log) {
        return new TestServer(settings, rules, new DecisionService(rules, SmallPolicy.CLOCK)::decide, log);
    }

    /** Serves a decider that is slow or broken on purpose, and records. */
    static TestServer recording(Settings settings, Decider decider, DecisionLog log) {
        return new TestServer(settings, rules(SmallPolicy.RULES), decider, log);
    }

    /** A log in a folder of its own. */
    static DecisionLog log() throws Exception {
        Path folder = Files.createTempDirectory("hqccp-log");
        DecisionLog log = DecisionLog.open(new org.hqccp.decisionlog.Settings(
                folder,
                org.hqccp.decisionlog.Settings.usualKeyFile(folder),
                SqliteStore::open,
                "engine-1",
                SmallPolicy.CLOCK,
                DiskSpace.of(folder),
                ForkJoinPool.commonPool(),
                () -> {}));
        FOLDERS.put(log, folder);
        return log;
    }

    /** Serves a decider that is slow or broken on purpose. */
    static TestServer start(Settings settings, Decider decider) {
        return new TestServer(settings, rules(SmallPolicy.RULES), decider);
    }

    static LiveRules rules(Path folder) {
        try {
            return LiveRules.load(folder, SmallPolicy.CLOCK);
        } catch (RulesRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Settings settings(Limits limits, Tokens tokens) {
        return new Settings("127.0.0.1", 0, limits, tokens, Duration.ofMillis(100));
    }

    static Settings limited(Limit limit, long value) {
        return settings(PATIENT.with(limit, value), null);
    }

    boolean isStopping() {
        return server.isStopping();
    }

    int port() {
        return port;
    }

    Answer get(String path, String... headers) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Posts a case to the decision of the small policy. */
    Answer decide(String body) throws Exception {
        return post(DECIDE, body, "Content-Type", "application/json");
    }

    Answer post(String path, String body, String... headers) throws Exception {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        request.method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are and reads until the server closes, or says nothing more for a while. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            // No more will come: what waits for the rest of a request must not wait longer.
            socket.shutdownOutput();
            return read(socket);
        }
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException e) {
            // Kept open by the server.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.close();
        if (log != null) {
            try {
                log.close();
                Path folder = FOLDERS.remove(log);
                if (folder != null) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                            Files.delete(file);
                        }
                    }
                }
            } catch (StoreException | IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
