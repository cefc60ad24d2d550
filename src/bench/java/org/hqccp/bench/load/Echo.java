package org.hqccp.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.nio.file.Files;
import java.nio.file.Path;

/** What no service on this HTTP server and this JSON reader can beat: it parses the case and sends an answer that was ready before. */
public final class Echo {
    static final String PATH = "/echo";

    private Echo() {}

    /** Answers until the process is ended. The argument is the file of the ready answer. */
    public static void main(String[] args) throws Exception {
        byte[] ready = Files.readAllBytes(Path.of(args[0]));
        ObjectMapper mapper = new ObjectMapper();
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.post(PATH, context -> {
                mapper.readTree(context.req().getInputStream().readAllBytes()).get("caseId");
                context.res().setContentType("application/json");
                context.res().setContentLength(ready.length);
                context.res().getOutputStream().write(ready);
                context.res().getOutputStream().close();
            });
        });
        javalin.start("127.0.0.1", 0);
        System.out.println("http://127.0.0.1:" + javalin.port());
    }
}
