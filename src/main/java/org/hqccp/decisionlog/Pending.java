package org.hqccp.decisionlog;

import java.util.concurrent.CompletableFuture;
import org.hqccp.decisionlog.format.ClaimRow;
import org.jspecify.annotations.Nullable;

/** An entry on its way to the writer. */
record Pending(
        String id,
        LeafTemplate leaf,
        byte[] sealed,
        @Nullable ClaimRow claim,
        LogStore.@Nullable KeptRuleSet ruleSet,
        CompletableFuture<Recorded> acknowledged) {
    /** No entry at all: only to wake the writer. */
    static Pending nothing() {
        return new Pending("", LeafTemplate.EMPTY, new byte[0], null, null, new CompletableFuture<>());
    }
}
