package org.hqccp.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One round of load: connections that each wait for an answer before they ask again.
 *
 * @param perSecond answers a second
 * @param p50Millis the time half of the answers took at most
 * @param p99Millis the time 99 of 100 answers took at most
 * @param refused how many answers were not 200; they are not among the others
 */
record Round(double perSecond, double p50Millis, double p99Millis, long refused) {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    /** Asks for some seconds. */
    static Round of(int connections, int seconds, int port, String path, byte[] body)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + (long) (seconds * NANOS_A_SECOND);
        List<Future<long[]>> futures = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            futures.add(threads.submit(() -> ask(end, port, path, body)));
        }
        List<long[]> each = new ArrayList<>();
        long refused = 0;
        for (Future<long[]> future : futures) {
            long[] times = future.get();
            each.add(Arrays.stream(times).filter(t -> t > 0).toArray());
            refused += Arrays.stream(times).filter(t -> t < 0).count();
        }
        double took = (System.nanoTime() - start) / NANOS_A_SECOND;
        threads.shutdown();
        long[] all = each.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Round(all.length / took, at(all, 0.50), at(all, 0.99), refused);
    }

    /** How long each answer took, in nanoseconds; negative where it was a refusal. */
    private static long[] ask(long end, int port, String path, byte[] body) throws IOException {
        long[] times = new long[1_024];
        int count = 0;
        Post post = new Post(port, path, "application/json", body);
        for (long before = System.nanoTime(); before < end; ) {
            boolean fine = post.exchange();
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = fine ? after - before : before - after;
            before = after;
            if (!fine) {
                // A refusal may end the connection.
                post.close();
                post = new Post(port, path, "application/json", body);
            }
        }
        post.close();
        return Arrays.copyOf(times, count);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / NANOS_A_MILLI;
    }
}
