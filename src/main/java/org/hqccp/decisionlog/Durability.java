package org.hqccp.decisionlog;

/**
 * What an acknowledged entry survives.
 *
 * @param rung D1 on a local disk with one process; D0 where not even a power cut is survived
 * @param survives in plain words
 */
public record Durability(String rung, String survives) {
    /** One process, one local disk, every group of entries forced to it. */
    public static final Durability LOCAL_DISK =
            new Durability("D1", "a crash of the service, kill -9 and a power cut of this machine");

    /** A folder in memory, or on a file system that does not keep what was forced to disk. */
    public static Durability none(String fileSystem) {
        return new Durability(
                "D0", "a crash of the service and kill -9, but no power cut: the data folder is on " + fileSystem);
    }
}
