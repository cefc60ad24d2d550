package org.hqccp.decisionlog;

import java.nio.file.Path;
import java.util.List;
import org.hqccp.decisionlog.format.EntryRow;
import org.jspecify.annotations.Nullable;

/** Where the log is kept. Only appends; what is there is never changed. One thread writes. */
public interface LogStore extends LogReader {
    /**
     * Appends a group, whole or not at all. On return it stays there through a crash and a power cut.
     *
     * @throws StoreException where it is not certain that it does; the store then takes no more
     */
    void append(Group group) throws StoreException;

    /**
     * What is appended together.
     *
     * @param entries the entries, in order
     * @param ruleSets rule sets kept from here on
     * @param checkpoint a checkpoint over all entries, these included
     */
    record Group(
            List<EntryRow> entries,
            List<KeptRuleSet> ruleSets,
            @Nullable SizedNote checkpoint) {}

    /** A rule set, packed. */
    record KeptRuleSet(String version, byte[] files) {}

    /** Opens the store of a data folder. */
    @FunctionalInterface
    interface Opener {
        /** Opens it, and makes it first where there is none. */
        LogStore open(Path folder) throws FolderRefused, StoreException;
    }
}
