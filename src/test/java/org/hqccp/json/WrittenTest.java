package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What one answer was written in serves the next, so nothing may be read after it was given back, and nothing be given back twice. */
class WrittenTest {
    private static JsonBytes json(String text) {
        JsonBytes json = new JsonBytes(Buffers.take(1_000), 10);
        json.writeString(text);
        return json;
    }

    @Test
    void whatStandsBeforeIsPutRightBeforeIt() throws Exception {
        Written written = json("text").around(10, "before ".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        written.writeTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("before \"text\"");
        assertThat(written.length()).isEqualTo(out.size());
        assertThat(written.bytes()).isEqualTo(out.toByteArray());
    }

    @Test
    void nothingIsReadAfterItWasGivenBack() {
        Written written = json("text").around(10, new byte[0]);
        written.close();

        assertThatThrownBy(written::bytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBufferIsGivenBackOnce() {
        Written written = json("text").around(10, new byte[0]);
        written.close();
        written.close();
        byte[] one = Buffers.take(1);
        byte[] other = Buffers.take(1);

        assertThat(one).isNotSameAs(other);
        Buffers.giveBack(one);
        Buffers.giveBack(other);
    }

    @Test
    void aDecisionEndsWithItsAnswer() {
        WrittenDecision decision = new WrittenDecision(new JsonBytes(Buffers.take(1_000), WrittenDecision.ROOM_BEFORE));
        Written answer = decision.answer("id", "now", null);
        decision.close();

        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"decidedAt\":\"now\",\"decision\":,\"decisionId\":\"id\",\"receipt\":null,\"recorded\":false}");
        assertThatThrownBy(decision::bytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decision.answer("id", "now", null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytesOfOthersAreNeverGivenToTheBuffers() {
        byte[] own = {1, 2, 3};
        Written.of(own).close();

        assertThat(Buffers.take(1)).isNotSameAs(own);
    }
}
