package org.hqccp.decisionlog;

import java.io.IOException;

/** Where signed checkpoints go beside the log itself. */
@FunctionalInterface
interface CheckpointPlace {
    void write(String note) throws IOException;
}
