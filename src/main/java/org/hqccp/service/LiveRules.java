package org.hqccp.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** The rules now in force: loaded from a folder, loaded again when an edit is sound, kept as they are when it is not. */
public final class LiveRules {
    private final @Nullable Path folder;
    private final Clock clock;
    private volatile LoadedRules current;
    private final AtomicReference<@Nullable RefusedEdit> refused = new AtomicReference<>();

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
        return new LiveRules(folder, clock, read(folder, clock));
    }

    /** Rules that never change. */
    public static LiveRules fixed(RuleSet ruleSet, Clock clock) {
        return new LiveRules(null, clock, LoadedRules.of(ruleSet, clock.instant()));
    }

    private static LoadedRules read(Path folder, Clock clock) throws IOException, RulesRefused {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(folder, problems);
        RuleSet ruleSet = RuleSetReader.read(files, problems);
        if (ruleSet == null || !problems.isEmpty()) {
            throw new RulesRefused(problems);
        }
        return LoadedRules.of(ruleSet, clock.instant());
    }

    /** The rules in force. Take them once for each case. */
    public LoadedRules current() {
        return current;
    }

    /** The last edit that was not taken, until a sound one is. */
    public @Nullable RefusedEdit refused() {
        return refused.get();
    }

    /**
     * Looks at the folder and takes a sound edit.
     *
     * @return whether anything changed: a new rule set, or a newly refused edit
     */
    public boolean refresh() throws IOException {
        if (folder == null) {
            return false;
        }
        List<Problem> ignored = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(folder, ignored);
        if (files.equals(current.ruleSet().files())) {
            return refused.getAndSet(null) != null;
        }
        // Read twice: a file that is only half written differs the second time.
        if (!files.equals(RuleFolder.read(folder, ignored))) {
            return false;
        }
        try {
            current = read(folder, clock);
            refused.set(null);
            return true;
        } catch (RulesRefused e) {
            RefusedEdit before = refused.getAndSet(new RefusedEdit(clock.instant(), e.problems()));
            return before == null || !before.problems().equals(e.problems());
        }
    }
}
