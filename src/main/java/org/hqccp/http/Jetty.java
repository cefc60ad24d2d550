package org.hqccp.http;

import io.javalin.config.JettyConfig;
import jakarta.servlet.ServletOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How the HTTP server below the routes is set up: strict in what it reads, silent about itself, and slow to stop. */
final class Jetty {
    /** How long work that has begun may take to end when the service is stopped. */
    static final Duration STOPPING = Duration.ofSeconds(10);

    /** Threads beside those that work on decisions and batches: for accepting, for health checks, and for refusing what is too much. */
    private static final int SPARE_THREADS = 24;

    private Jetty() {}

    static QueuedThreadPool threads(Limits limits) {
        int most = limits.whole(Limit.DECISIONS) + limits.whole(Limit.BATCHES) + SPARE_THREADS;
        QueuedThreadPool threads = new QueuedThreadPool(most, 8, 60_000);
        threads.setName("hqccp-http");
        return threads;
    }

    static void configure(JettyConfig config, Settings settings, QueuedThreadPool threads, Metrics metrics) {
        JettyErrors errors = new JettyErrors(metrics);
        config.threadPool = threads;
        config.modifyServer(server -> prepare(server, errors));
        config.modifyServletContextHandler(handler -> handler.setErrorHandler(errors));
        config.modifyHttpConfiguration(http -> strict(http, settings.limits()));
        config.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, 1, -1, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(settings.limits().of(Limit.IDLE_MS));
            return connector;
        });
    }

    /** Sends the whole body of an answer without waiting until it is taken. */
    static CompletableFuture<Void> send(ServletOutputStream out, ByteBuffer body) {
        Callback.Completable sent = new Callback.Completable();
        ((HttpOutput) out).sendContent(body, sent);
        return sent;
    }

    private static void prepare(Server server, JettyErrors errors) {
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(errors);
        server.setStopTimeout(STOPPING.toMillis());
        // It would cut quiet connections short when many batches run; the limits bound them instead.
        server.removeBean(server.getBean(LowResourceMonitor.class));
    }

    private static void strict(HttpConfiguration http, Limits limits) {
        http.setRequestHeaderSize(limits.whole(Limit.HEADER_BYTES));
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }
}
