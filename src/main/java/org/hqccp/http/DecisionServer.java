package org.hqccp.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RecordedDecisions;
import org.hqccp.service.RulesWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service on HTTP, from start to stop. */
public final class DecisionServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");
    private final Javalin javalin;
    private final AtomicBoolean stopping;
    private final Deadlines deadlines;
    private final DecidingThreads deciding;
    private final RulesWatch watch;

    private DecisionServer(
            Javalin javalin, AtomicBoolean stopping, Deadlines deadlines, DecidingThreads deciding, RulesWatch watch) {
        this.javalin = javalin;
        this.stopping = stopping;
        this.deadlines = deadlines;
        this.deciding = deciding;
        this.watch = watch;
    }

    /**
     * Starts to answer.
     *
     * @param log where answers are recorded; null where they are not
     */
    public static DecisionServer start(Settings settings, DecisionService service, @Nullable DecisionLog log)
            throws CannotStart {
        warmUp(service);
        return start(settings, service.rules(), service::decide, log);
    }

    /** Decides each example once, so that no caller waits for what is slow only the first time. */
    private static void warmUp(DecisionService service) {
        service.rules().current().ruleSet().examples().entrySet().parallelStream()
                .forEach(each -> {
                    try {
                        service.decide(each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8), false);
                    } catch (CaseRefused | NoSuchDecision e) {
                        LOG.warn("the example of {} cannot be decided", each.getKey());
                    } catch (RuntimeException e) {
                        Incidents.log("example of " + each.getKey(), e);
                    }
                });
    }

    static DecisionServer start(Settings settings, LiveRules rules, Decider decider, @Nullable DecisionLog log)
            throws CannotStart {
        checkAddress(settings);
        AtomicBoolean stopping = new AtomicBoolean();
        Metrics metrics = new Metrics(rules);
        QueuedThreadPool threads = Jetty.threads(settings.limits());
        Deadlines deadlines = new Deadlines(settings.limits().of(Limit.DEADLINE_MS));
        DecidingThreads deciding = new DecidingThreads();
        Decider counted = metrics.counting(decider);
        Answering unrecorded = Answering.unrecorded(counted);
        Answering answering = log == null
                ? unrecorded
                : new Recording(new RecordedDecisions(counted::decide, log, deciding::answer), unrecorded);
        Deciding all = new Deciding(answering, deciding, InWork.standard());
        Routes routes = new Routes(
                RouteTable.of(
                        rules,
                        settings.limits(),
                        metrics,
                        new DecideRoute(all, settings.limits(), deadlines, threads),
                        new BatchRoute(all, rules, settings.limits(), stopping::get),
                        log),
                new Guard(settings.tokens()),
                settings.limits());
        Javalin javalin = Javalin.create(config -> {
            lean(config);
            Jetty.configure(config.jetty, settings, threads, metrics);
            routes.declare(config.routes);
            refusals(config, routes);
            config.requestLogger.http((context, millis) ->
                    metrics.answered(Routes.label(context), context.statusCode(), millis / 1_000.0));
        });
        try {
            javalin.start();
        } catch (JavalinException e) {
            deadlines.close();
            deciding.close();
            throw cannotStart(e, settings);
        }
        LOG.info(
                "started on port {} with rule set {}",
                javalin.port(),
                rules.current().ruleSet().version());
        return new DecisionServer(
                javalin, stopping, deadlines, deciding, new RulesWatch(rules, settings.lookEvery(), metrics));
    }

    private static void lean(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void refusals(JavalinConfig config, Routes routes) {
        config.routes.exception(Refused.class, (refused, context) -> answer(context, refused));
        // Bodies that cannot be read are refused where they are read; what is left is a caller who has gone.
        config.routes.exception(IOException.class, (e, context) -> gone(e));
        // Thrown by the router alone: nothing of ours throws it.
        config.routes.exception(
                HttpResponseException.class, (e, context) -> answer(context, routes.notFound(context.path())));
        config.routes.exception(Exception.class, (fault, context) -> {
            try {
                Problems.answer(context.res(), Routes.label(context), fault);
            } catch (IOException e) {
                gone(e);
            }
        });
        config.router.javaLangErrorHandler((response, fault) -> {
            try {
                Problems.answer(response, Routes.NONE, fault);
            } catch (IOException e) {
                gone(e);
            }
        });
    }

    private static void answer(Context context, Refused refused) {
        try {
            if (unread(context.req())) {
                // The server would close the connection anyway; the sender must hear of it before sending the next
                // request.
                context.res().setHeader("Connection", "close");
            }
            Problems.answer(context.res(), Routes.label(context), refused);
        } catch (IOException e) {
            gone(e);
        }
    }

    /** Whether part of what was sent is still on its way, so that no next request can follow it. */
    private static boolean unread(HttpServletRequest request) throws IOException {
        boolean sends = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return sends && !request.getInputStream().isFinished();
    }

    private static void gone(IOException e) {
        LOG.debug("answer not taken: {}", e.getClass().getName());
    }

    private static void checkAddress(Settings settings) throws CannotStart {
        try {
            if (settings.tokens() == null && !Settings.isLoopback(settings.host())) {
                throw new CannotStart("without tokens the service answers this machine only; name a file of tokens with"
                        + " --tokens, or leave out --host.");
            }
        } catch (UnknownHostException e) {
            throw new CannotStart("there is no address " + settings.host() + "; name one of this machine with --host.");
        }
    }

    private static CannotStart cannotStart(JavalinException e, Settings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new CannotStart("port " + settings.port() + " of " + settings.host()
                        + " cannot be used: another program has it, or it may not be had; name another with --port.");
            }
        }
        return new CannotStart("the HTTP server does not start: " + Incidents.words(e));
    }

    /** The port it answers on. */
    public int port() {
        return javalin.port();
    }

    boolean isStopping() {
        return stopping.get();
    }

    /** Stops: takes nothing new, and lets what has begun end within ten seconds. */
    @Override
    public void close() {
        stopping.set(true);
        watch.close();
        javalin.stop();
        deadlines.close();
        deciding.close();
        LOG.info("stopped");
    }
}
