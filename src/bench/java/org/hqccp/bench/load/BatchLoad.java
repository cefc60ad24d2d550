package org.hqccp.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Batches of growing size on one connection, against the route that takes one case at a time, on one connection too. */
public final class BatchLoad {
    private static final String DECIDE = "/v1/decisions/pathway-eligibility";
    private static final int[] SIZES = {1, 10, 100, 1_000, 10_000};
    private static final int ROUNDS = 3;
    private static final double NANOS_A_SECOND = 1e9;

    private BatchLoad() {}

    /**
     * Runs the batches and prints a table for each state of the log.
     *
     * @param body the case
     * @param most the largest batch
     */
    public static void run(byte[] body, int most) throws Exception {
        Path folder = Files.createTempDirectory("hqccp-bench");
        try (Process service = Process.start(
                "org.hqccp.cli.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())) {
            for (String record : new String[] {"false", "true"}) {
                System.out.printf(
                        "decision log %s%n%8s  %9s  %15s  %8s%n",
                        record.equals("true") ? "on" : "off", "lines", "cases/s", "single route/s", "ratio");
                for (int size : SIZES) {
                    if (size <= most) {
                        growth(service, body, size, record);
                    }
                }
            }
            System.out.printf("resident memory of the service: %d MB at most%n", service.megabytes("VmHWM"));
        }
    }

    private static void growth(Process service, byte[] body, int size, String record) throws Exception {
        List<Double> batch = new ArrayList<>();
        List<Double> single = new ArrayList<>();
        // The first round warms up.
        for (int i = 0; i <= ROUNDS; i++) {
            double one = Round.of(1, 2, service.port(), DECIDE + "?record=" + record, body)
                    .perSecond();
            double many = batch(service.port(), body, size, record);
            if (i > 0) {
                single.add(one);
                batch.add(many);
            }
        }
        double one = ServiceLoad.median(single);
        double many = ServiceLoad.median(batch);
        System.out.printf("%,8d  %,9.0f  %,15.0f  %8.2f%n", size, many, one, many / one);
    }

    /** Cases a second over whole batches, for two seconds or one batch, whichever is longer. */
    private static double batch(int port, byte[] body, int size, String record) throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(size * (body.length + 1));
        for (int i = 0; i < size; i++) {
            lines.write(body);
            lines.write('\n');
        }
        String path = DECIDE + "/batch?record=" + record;
        long cases = 0;
        long start = System.nanoTime();
        try (Post post = new Post(port, path, "application/x-ndjson", lines.toByteArray())) {
            do {
                if (!post.exchange()) {
                    throw new IllegalStateException("the batch was refused");
                }
                cases += size;
            } while (System.nanoTime() - start < 2 * NANOS_A_SECOND);
        }
        return cases / ((System.nanoTime() - start) / NANOS_A_SECOND);
    }
}
