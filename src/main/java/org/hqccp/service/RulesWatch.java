package org.hqccp.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rule folder again and again, so that an edit is live within seconds. It reads content, not times, and it goes on whatever
 * happens: what keeps it from reading is logged once, until it can read again.
 */
public final class RulesWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RulesWatch.class);
    /** How long a file that was just seen to change must stay as it is; long enough for an editor that writes in pieces. */
    private static final long SETTLES_MS = 300;

    private final LiveRules rules;
    private final Duration pause;
    private final Listener listener;
    private final Thread thread;
    private String trouble = "";

    /** Is told what the watch saw. */
    public interface Listener {
        /** A new rule set is in force. */
        void reloaded();

        /** An edit was not taken, and the last good rules stay in force. */
        void refused();

        /** Tells nobody. */
        Listener NONE = new Listener() {
            @Override
            public void reloaded() {}

            @Override
            public void refused() {}
        };
    }

    /** Starts watching. */
    public RulesWatch(LiveRules rules, Duration pause, Listener listener) {
        this.rules = rules;
        this.pause = pause;
        this.listener = listener;
        this.thread = new Thread(this::watch, "hqccp-rules-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(Math.min(pause.toMillis(), rules.isUnsettled() ? SETTLES_MS : Long.MAX_VALUE));
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            String version = rules.current().ruleSet().version();
            if (rules.refresh()) {
                tell(version);
            }
            if (!trouble.isEmpty()) {
                LOG.info("the rule folder can be read again");
                trouble = "";
            }
        } catch (Exception | StackOverflowError e) {
            // Whatever it is, the next look may succeed, and the rules in force go on deciding meanwhile.
            String seen = e.toString();
            if (!seen.equals(trouble)) {
                LOG.error("the rule folder cannot be read or loaded; the rules in force stay: {}", seen, e);
                trouble = seen;
            }
        }
    }

    private void tell(String versionBefore) {
        String version = rules.current().ruleSet().version();
        LiveRules.RefusedEdit edit = rules.refused();
        if (edit != null) {
            LOG.warn("an edit of the rules is refused; the last good ones stay in force");
            edit.problems().forEach(problem -> LOG.warn("  {}", problem));
            listener.refused();
        } else if (version.equals(versionBefore)) {
            LOG.info("the refused edit of the rules was taken back");
        } else {
            LOG.info("rule set {} is live", version);
            listener.reloaded();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
