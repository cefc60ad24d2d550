package org.hqccp.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** The rules now in force: loaded from a folder, loaded again when an edit is sound, kept as they are when it is not. */
public final class LiveRules {
    private static final Problem OUR_FAULT = Problem.ofFile(
            "rules",
            "DEFECT",
            "a fault of the service keeps this edit from being loaded",
            "report it, and undo the edit");

    private final @Nullable Path folder;
    private final Clock clock;
    private final Turns turns = new Turns();
    private volatile LoadedRules current;
    private final AtomicReference<@Nullable RefusedEdit> refused = new AtomicReference<>();
    private volatile boolean folderReadable = true;
    private @Nullable Content seen;
    private @Nullable Content unsettled;

    /**
     * An edit that was not taken.
     *
     * @param seenAt when it was seen
     * @param problems what is wrong with it
     */
    public record RefusedEdit(Instant seenAt, List<Problem> problems) {}

    private LiveRules(@Nullable Path folder, Clock clock, LoadedRules first) {
        this.folder = folder;
        this.clock = clock;
        this.current = first;
    }

    /** Loads a folder for the first time; there is no last good rule set to fall back on. */
    public static LiveRules load(Path folder, Clock clock) throws IOException, RulesRefused {
        return new LiveRules(folder, clock, Content.read(folder).load(clock));
    }

    /** Rules that never change. */
    public static LiveRules fixed(RuleSet ruleSet, Clock clock) {
        return new LiveRules(null, clock, LoadedRules.of(ruleSet, clock.instant()));
    }

    /** Rules that never change, with no more than some decisions made ready. */
    public static LiveRules fixed(RuleSet ruleSet, Set<String> decisions, Clock clock) {
        return new LiveRules(null, clock, LoadedRules.of(ruleSet, decisions, clock.instant()));
    }

    /** The rules in force now, which no later edit reaches. */
    LiveRules pinned() {
        return new LiveRules(null, clock, current);
    }

    /** Whose turn it is to decide under these rules. */
    Turns turns() {
        return turns;
    }

    Clock clock() {
        return clock;
    }

    /** The rules in force. Take them once for each case. */
    public LoadedRules current() {
        return current;
    }

    /** The last edit that was not taken, until a sound one is. */
    public @Nullable RefusedEdit refused() {
        return refused.get();
    }

    /** Whether the folder could be read the last time it was looked at. */
    public boolean folderReadable() {
        return folderReadable;
    }

    /**
     * Looks at the folder and takes a sound edit once it has settled: once a look finds the folder as the look before left it. A file that
     * is still being written differs from look to look. Content that was judged before is not judged again.
     *
     * @return whether anything changed: a new rule set, a newly refused edit, or a refused edit taken back
     */
    public synchronized boolean refresh() throws IOException {
        if (folder == null) {
            return false;
        }
        Content content = content(folder);
        Content before = unsettled;
        unsettled = null;
        if (content.problems().isEmpty()
                && content.files().equals(current.ruleSet().files())) {
            seen = content;
            return refused.getAndSet(null) != null;
        }
        if (content.equals(seen)) {
            return false;
        }
        if (!content.equals(before)) {
            unsettled = content;
            return false;
        }
        seen = content;
        return take(content);
    }

    /** Whether the last look found an edit that the next look may find settled. */
    public synchronized boolean isUnsettled() {
        return unsettled != null;
    }

    private Content content(Path from) throws IOException {
        boolean readable = false;
        try {
            Content content = Content.read(from);
            readable = true;
            return content;
        } finally {
            folderReadable = readable;
        }
    }

    private boolean take(Content content) {
        try {
            // Under full load an edit would otherwise wait for its share of every processor.
            current = turns.withHalf(() -> content.load(clock));
            refused.set(null);
            return true;
        } catch (RulesRefused e) {
            RefusedEdit before = refused.getAndSet(new RefusedEdit(clock.instant(), e.problems()));
            return before == null || !before.problems().equals(e.problems());
        } catch (RuntimeException | StackOverflowError e) {
            // Whoever made the edit must learn that it is not live, whosever fault that is.
            refused.set(new RefusedEdit(clock.instant(), List.of(OUR_FAULT)));
            throw e;
        }
    }

    /** What the folder held at one look. */
    private record Content(SortedMap<String, String> files, List<Problem> problems) {
        static Content read(Path folder) throws IOException {
            List<Problem> problems = new ArrayList<>();
            SortedMap<String, String> files = RuleFolder.read(folder, problems);
            return new Content(files, problems);
        }

        LoadedRules load(Clock clock) throws RulesRefused {
            List<Problem> all = new ArrayList<>(problems);
            RuleSet ruleSet = RuleSetReader.read(files, all);
            if (ruleSet == null || !all.isEmpty()) {
                throw new RulesRefused(all);
            }
            return LoadedRules.of(ruleSet, clock.instant());
        }
    }
}
