package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** Stopping. */
class ShutdownTest {

    @Test
    void whatHasBegunEndsAndNothingNewBegins() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DecisionService real = new DecisionService(TestServer.rules(SmallPolicy.RULES), SmallPolicy.CLOCK);
        TestServer server = TestServer.start(TestServer.SETTINGS, (d, body, changes) -> {
            begun.countDown();
            try {
                assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return real.decide(d, body, changes);
        });
        CompletableFuture<Answer> inFlight = CompletableFuture.supplyAsync(() -> {
            try {
                return server.decide(TestServer.CASE);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread stop = new Thread(server::close);
        stop.start();
        while (!server.isStopping()) {
            Thread.sleep(10);
        }
        Thread.sleep(100);
        assertThat(inFlight.isDone()).isFalse();
        release.countDown();

        assertThat(inFlight.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        stop.join(20_000);
        assertThat(stop.isAlive()).isFalse();
        assertThatThrownBy(() -> server.get("/livez")).isInstanceOf(ConnectException.class);
    }
}
