package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.junit.jupiter.api.Test;

/** Cases wait for their turn in order, and no turn is lost. */
class DecidingTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static Asked asked(String what) {
        return new Asked("anyone", what, new byte[0], false, null, null);
    }

    private static Written written(String text) {
        return Written.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(CompletableFuture<Written> answer) throws Exception {
        return new String(answer.get(20, TimeUnit.SECONDS).bytes(), StandardCharsets.UTF_8);
    }

    /** With one place alone: were it lost once, the next case would wait for ever. */
    @Test
    void whateverBecomesOfACaseItsPlaceIsFreeAgain() throws Exception {
        try (DecidingThreads threads = new DecidingThreads()) {
            Deciding deciding = new Deciding(
                    (asked, record) -> switch (asked.decision()) {
                        case "refused" -> throw new Refused(ProblemType.BUSY, "busy");
                        case "fault" -> throw new IllegalStateException("fault");
                        case "error" -> throw new StackOverflowError("error");
                        case "later" -> CompletableFuture.failedFuture(new IllegalStateException("later"));
                        default -> CompletableFuture.completedFuture(written("decided"));
                    },
                    threads,
                    new InWork(1));
            for (String what : List.of("refused", "fault", "error", "later", "decided")) {
                CompletableFuture<Written> first = deciding.begin(asked(what), true);
                if (!what.equals("decided")) {
                    assertThatThrownBy(() -> first.get(20, TimeUnit.SECONDS))
                            .as(what)
                            .isInstanceOf(ExecutionException.class);
                }
                assertThat(text(deciding.begin(asked("decided"), true)))
                        .as("after " + what)
                        .isEqualTo("decided");
            }
        }
    }

    @Test
    void noMoreAreInWorkThanMayBeAndTheyComeInOrder() throws Exception {
        LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<CompletableFuture<Written>> recorded = new LinkedBlockingQueue<>();
        try (DecidingThreads threads = new DecidingThreads()) {
            Deciding deciding = new Deciding(
                    (asked, record) -> {
                        begun.add(asked.decision());
                        CompletableFuture<Written> answer = new CompletableFuture<>();
                        recorded.add(answer);
                        return answer;
                    },
                    threads,
                    new InWork(2));
            List<CompletableFuture<Written>> answers = Stream.of("a", "b", "c", "d", "e")
                    .map(what -> deciding.begin(asked(what), true))
                    .toList();
            List<CompletableFuture<Written>> inWork = List.of(taken(recorded), taken(recorded));
            assertThat(begun).containsExactlyInAnyOrder("a", "b");
            inWork.get(0).complete(written("1"));
            CompletableFuture<Written> third = taken(recorded);
            assertThat(begun).hasSize(3).contains("c");
            inWork.get(1).complete(written("2"));
            CompletableFuture<Written> fourth = taken(recorded);
            assertThat(begun).hasSize(4).contains("d");
            third.complete(written("3"));
            fourth.complete(written("4"));
            taken(recorded).complete(written("5"));
            for (CompletableFuture<Written> answer : answers) {
                assertThat(text(answer)).matches("[1-5]");
            }
        }
    }

    private static <T> T taken(LinkedBlockingQueue<T> queue) {
        try {
            T next = queue.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** While all threads are busy, cases and answers pile up; then the answers leave first, the oldest before the others. */
    @Test
    void whatIsDecidedLeavesBeforeTheNextCaseIsBegun() throws Exception {
        LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();
        try (DecidingThreads threads = new DecidingThreads()) {
            CountDownLatch allBusy = new CountDownLatch(PROCESSORS);
            CountDownLatch one = new CountDownLatch(1);
            CountDownLatch others = new CountDownLatch(1);
            for (int i = 0; i < PROCESSORS; i++) {
                CountDownLatch held = i == 0 ? one : others;
                threads.decide(() -> {
                    allBusy.countDown();
                    Latches.await(held);
                });
            }
            Latches.await(allBusy);
            IntStream.range(0, 3).forEach(i -> threads.decide(() -> done.add("case " + i)));
            IntStream.range(0, 3).forEach(i -> threads.answer(() -> done.add("answer " + i)));
            one.countDown();
            List<String> order = Stream.generate(() -> taken(done)).limit(6).toList();
            others.countDown();
            assertThat(order).containsExactly("answer 0", "answer 1", "answer 2", "case 0", "case 1", "case 2");
        }
    }
}
