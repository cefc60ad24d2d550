package org.hqccp.importing;

import java.io.IOException;
import java.io.InputStream;

/** How the files of one format are told apart and read. */
interface Format {
    /** Whether a file is one of its files, by its name. */
    boolean takes(String file);

    /** A number by which files are ordered: those that others refer to come first. */
    int turn(String file);

    void read(String file, InputStream in) throws IOException;

    /** Called when all files are read. */
    default void end() {}
}
