package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.RuleSetFiles;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The log of one data folder, open to write and read. Safe for all threads. */
public final class DecisionLog implements AutoCloseable {
    private static final String SERVICE = "service";
    private static final long CLOSE_MILLIS = 10_000;

    private final DataFolder folder;
    private final LogStore store;
    private final LogKeys keys;
    private final Writer writer;
    private final Thread writing;
    private final Claims claims;
    private final PendingMaker maker;
    private final Clock clock;
    private final LogArchive archive;
    private final Set<String> ruleSets = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();

    private DecisionLog(Settings settings, DataFolder folder, LogStore store, LogKeys keys, Writer writer)
            throws StoreException {
        this.folder = folder;
        this.store = store;
        this.keys = keys;
        this.writer = writer;
        this.claims = new Claims(store, keys);
        this.maker = new PendingMaker(keys, settings.engine(), random);
        this.clock = settings.clock();
        this.archive = new LogArchive(store, keys);
        this.ruleSets.addAll(store.ruleSets());
        this.writing = new Thread(writer, "decision-log");
    }

    /**
     * Opens the log of a data folder, and begins one where there is none.
     *
     * @throws FolderRefused where the folder, its files, its keys, its disk or the clock are not as they must be
     */
    public static DecisionLog open(Settings settings) throws FolderRefused, StoreException, IOException {
        DataFolder folder = DataFolder.take(settings.folder());
        LogStore store = null;
        boolean opened = false;
        try {
            DiskGuard disk = new DiskGuard(settings.disk());
            if (!disk.hasRoom()) {
                throw new FolderRefused(
                        "The disk of " + settings.folder() + " is nearly full.",
                        "Make room: at least 512 MB and 5 % of the disk must be free.");
            }
            Opening opening = new Opening(settings.folder(), settings.keyFile());
            LogKeys keys = opening.keys(folder.holdsLog());
            store = settings.store().open(settings.folder());
            boolean begins = opening.begins(store.size());
            Writer.Start start = opening.check(store, keys, settings.clock());
            Writer writer = new Writer(
                    store,
                    keys,
                    new CheckpointFile(settings.folder()),
                    start,
                    settings.clock(),
                    disk,
                    settings.answers(),
                    settings.onFailure());
            DecisionLog log = new DecisionLog(settings, folder, store, keys, writer);
            log.writing.start();
            if (begins) {
                log.begin();
            }
            opening.begun();
            opened = true;
            return log;
        } finally {
            if (!opened) {
                if (store != null) {
                    store.close();
                }
                folder.close();
            }
        }
    }

    private void begin() throws StoreException {
        try {
            Draft first = Draft.note(newId(), EntryKind.START, SERVICE, null, Map.of());
            record(first, null, keys.signing().verifier()).join();
        } catch (LogRefused | CompletionException e) {
            throw new StoreException("the first entry could not be written", true, e);
        }
    }

    /** A random id, which begins with the time, so that newer entries stand together. */
    public String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer id = ByteBuffer.wrap(bytes);
        long high = clock.millis() << 16 | id.getShort(6) & 0x0fffL | 0x7000L;
        long low = id.getLong(8) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** The idempotency keys. */
    public Claims claims() {
        return claims;
    }

    /**
     * Records an entry. The future is completed once the entry is in the log for good, or with {@link LogRefused} where that is
     * not certain; then also its claim is released.
     *
     * @throws LogRefused where nothing is taken at the moment
     */
    public CompletableFuture<Recorded> record(Draft draft) throws LogRefused {
        return record(draft, null, null);
    }

    /**
     * Keeps a rule set whole, and records that from here on decisions are made under it.
     *
     * @param files every file, by path
     * @return completed once decisions may be recorded under it
     */
    public CompletableFuture<Recorded> live(SortedMap<String, String> files) throws LogRefused {
        String version = RuleSetFiles.version(files);
        Draft draft = new Draft(
                newId(),
                EntryKind.RULESET,
                SERVICE,
                null,
                version,
                null,
                null,
                Content.of(LogRecord.of(Map.of("files", files.size()))),
                null);
        try {
            LogStore.KeptRuleSet kept =
                    ruleSets.contains(version) ? null : new LogStore.KeptRuleSet(version, RuleSetFiles.bytes(files));
            return record(draft, kept, null).thenApply(recorded -> {
                ruleSets.add(version);
                return recorded;
            });
        } catch (FormatException e) {
            throw new IllegalStateException("a rule set that was loaded is text", e);
        }
    }

    /** Whether a rule set is kept, so that decisions under it may be recorded. */
    public boolean keeps(String version) {
        return ruleSets.contains(version);
    }

    private CompletableFuture<Recorded> record(
            Draft draft, LogStore.@Nullable KeptRuleSet ruleSet, @Nullable VerifierKey key) throws LogRefused {
        boolean taken = false;
        try {
            if (draft.kind().holdsDecision() && !keeps(String.valueOf(draft.ruleSet()))) {
                throw new IllegalStateException("a decision was made under a rule set that is not kept");
            }
            Pending pending = maker.pending(draft, ruleSet, key);
            writer.add(pending);
            taken = true;
            CompletableFuture<Recorded> acknowledged = pending.acknowledged();
            return draft.claim() == null
                    ? acknowledged
                    : acknowledged.whenComplete((recorded, refused) -> claims.release(draft.claim()));
        } finally {
            if (!taken) {
                claims.release(draft.claim());
            }
        }
    }

    /** The same log to read. */
    public LogArchive archive() {
        return archive;
    }

    /** How many entries there are. */
    public long size() throws StoreException {
        return store.size();
    }

    /** The entry with an id, or null. */
    public @Nullable Entry entry(String id) throws StoreException, DamagedEntry {
        return archive.entry(id);
    }

    /** The entry at a place. */
    public Entry entry(long place) throws StoreException, DamagedEntry {
        return archive.entry(place);
    }

    /** How it stands. */
    public Health health() {
        return new Health(writer.refusal(), store.durability());
    }

    /** What made it stop, or null. */
    public @Nullable Exception failure() {
        return writer.failure();
    }

    /** Takes nothing new, writes what waits, signs a last checkpoint and closes the folder. */
    @Override
    public void close() throws StoreException, IOException {
        writer.close();
        try {
            writing.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            store.close();
        } finally {
            folder.close();
        }
    }
}
