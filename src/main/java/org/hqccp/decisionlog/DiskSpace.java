package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room on the disk of the data folder, in bytes. */
public interface DiskSpace {
    /** How much is free. */
    long free() throws IOException;

    /** How large the disk is. */
    long whole() throws IOException;

    /** The disk a folder is on. */
    static DiskSpace of(Path folder) {
        return new DiskSpace() {
            @Override
            public long free() throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }

            @Override
            public long whole() throws IOException {
                return Files.getFileStore(folder).getTotalSpace();
            }
        };
    }
}
