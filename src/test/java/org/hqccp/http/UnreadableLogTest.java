package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.DiskSpace;
import org.hqccp.decisionlog.LogStore;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the log cannot be read, whoever runs the service reads why; nobody reads there what a record or the driver said. */
class UnreadableLogTest {
    private static final String TROUBLE = "the decision log cannot be read: ";

    @TempDir
    private Path folder;

    private volatile boolean fails;
    private volatile boolean damages;
    private TestServer server;
    private String id;

    @BeforeEach
    void start() throws Exception {
        DecisionLog log = DecisionLog.open(new Settings(
                folder,
                Settings.usualKeyFile(folder),
                this::open,
                "engine-1",
                SmallPolicy.CLOCK,
                DiskSpace.of(folder),
                Runnable::run,
                () -> {}));
        server = TestServer.recording(TestServer.SETTINGS, TestServer.rules(SmallPolicy.RULES), log);
        id = server.decide(TestServer.CASE).json().path("decisionId").asText();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A real store, whose reading of entries fails or gives another record when it is told to. */
    private LogStore open(Path at) {
        try {
            LogStore real = SqliteStore.open(at);
            return (LogStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, args) -> {
                        boolean reads = method.getName().equals("entries");
                        if (reads && fails) {
                            throw new StoreException(
                                    "the decision log could not be read", false, new SQLException("canary of a case"));
                        }
                        try {
                            Object given = method.invoke(real, args);
                            return reads && damages ? damaged((List<?>) given) : given;
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<EntryRow> damaged(List<?> rows) {
        return rows.stream()
                .map(EntryRow.class::cast)
                .map(row -> new EntryRow(
                        row.index(),
                        row.id(),
                        row.leaf(),
                        row.tree(),
                        row.code(),
                        new byte[row.sealed().length],
                        row.claim()))
                .toList();
    }

    /** What the service logs on each of its ways to the log. */
    private String logged() throws Exception {
        try (CapturedLog captured = new CapturedLog()) {
            server.get("/v1/log/" + id, "Purpose", "audit").problem(ProblemType.NOT_RECORDED);
            server.get("/v1/log/" + id + "/explanation", "Purpose", "audit").problem(ProblemType.NOT_RECORDED);
            server.post(TestServer.DECIDE + "?supersedes=" + id, TestServer.CASE, "Content-Type", "application/json")
                    .problem(ProblemType.NOT_RECORDED);
            server.post(
                            "/v1/log/" + id + "/override",
                            "{\"outcome\":\"ALLOWED\",\"reason\":\"PAPER_SEEN\",\"text\":\"t\"}",
                            "Content-Type",
                            "application/json")
                    .problem(ProblemType.NOT_RECORDED);
            String text = captured.text();
            assertThat(text.split(TROUBLE, -1)).hasSize(5);
            return text;
        }
    }

    @Test
    void aStoreThatCannotBeReadIsToldByKindAndPlace() throws Exception {
        fails = true;

        assertThat(logged())
                .contains(TROUBLE + "the decision log could not be read, java.sql.SQLException at ")
                .doesNotContain("canary", "\n\tat ");
    }

    @Test
    void anEntryThatWasChangedIsToldByItsPlace() throws Exception {
        damages = true;

        assertThat(logged())
                .contains(TROUBLE + "entry 2: its record was sealed with another key")
                .doesNotContain("DamagedEntry", "\n\tat ");
    }
}
