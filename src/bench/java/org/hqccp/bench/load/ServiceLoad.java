package org.hqccp.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The whole service against an echo that parses the same case and sends an answer of the same bytes, in interleaved rounds: with the
 * decision log off, and on.
 */
public final class ServiceLoad {
    /** Java goes on getting quicker for a minute of full load. */
    private static final int WARM_UP_ROUNDS = 10;

    private static final String DECIDE = "/v1/decisions/pathway-eligibility";

    private ServiceLoad() {}

    /** A server, what is asked of it, and what came of it. */
    private record Side(String name, int port, String path, byte[] body, List<Round> rounds) {
        void round(int connections, int seconds) throws Exception {
            rounds.add(Round.of(connections, seconds, port, path, body));
        }
    }

    /**
     * Runs the load and prints a table.
     *
     * @param body the case
     */
    public static void run(byte[] body, int connections, int seconds, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("hqccp-bench");
        try (Process service = Process.start(
                "org.hqccp.cli.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())) {
            Path ready = Files.write(folder.resolve("answer.json"), answer(service.port(), body));
            System.out.printf(
                    "case %,d bytes, answer %,d bytes, %d connections, %d rounds of %d s%n",
                    body.length, Files.size(ready), connections, rounds, seconds);
            long idle = service.megabytes("VmRSS");
            try (Process echo = Process.start(Echo.class.getName(), ready.toString())) {
                List<Side> sides = List.of(
                        new Side("echo", echo.port(), Echo.PATH, body, new ArrayList<>()),
                        new Side("log off", service.port(), DECIDE + "?record=false", body, new ArrayList<>()),
                        new Side("log on", service.port(), DECIDE, body, new ArrayList<>()));
                // Few connections first: what is still being compiled would keep many waiting beyond the deadline.
                for (int few : new int[] {2, connections}) {
                    for (Side side : sides) {
                        side.round(few, WARM_UP_ROUNDS * seconds);
                        side.rounds.clear();
                    }
                }
                for (int i = 0; i < rounds; i++) {
                    for (Side side : sides) {
                        side.round(connections, seconds);
                    }
                }
                print(sides, rounds);
            }
            System.out.printf(
                    "resident memory of the service: %d MB at rest, %d MB after the load, %d MB at most%n",
                    idle, service.megabytes("VmRSS"), service.megabytes("VmHWM"));
        }
    }

    private static void print(List<Side> sides, int rounds) {
        System.out.printf("%-8s", "round");
        sides.forEach(s -> System.out.printf("  %9s/s  p50 ms  p99 ms  ratio", s.name));
        System.out.println();
        for (int i = 0; i < rounds; i++) {
            System.out.printf("%-8d", i + 1);
            for (Side side : sides) {
                Round round = side.rounds.get(i);
                print(round.perSecond(), round.p50Millis(), round.p99Millis(), ratio(sides, side, i));
            }
            System.out.println();
        }
        System.out.printf("%-8s", "median");
        for (Side side : sides) {
            List<Round> all = side.rounds;
            print(
                    median(all.stream().map(Round::perSecond).toList()),
                    median(all.stream().map(Round::p50Millis).toList()),
                    median(all.stream().map(Round::p99Millis).toList()),
                    median(IntStream.range(0, rounds)
                            .mapToObj(i -> ratio(sides, side, i))
                            .toList()));
        }
        System.out.println();
        sides.forEach(s -> System.out.printf(
                "%s: %d requests refused%n",
                s.name, s.rounds.stream().mapToLong(Round::refused).sum()));
    }

    private static void print(double perSecond, double p50, double p99, double ratio) {
        System.out.printf("  %,11.0f  %6.1f  %6.1f  %5.2f", perSecond, p50, p99, ratio);
    }

    private static double ratio(List<Side> sides, Side side, int round) {
        return side.rounds.get(round).perSecond()
                / sides.get(0).rounds.get(round).perSecond();
    }

    static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static byte[] answer(int port, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + DECIDE + "?record=false"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
