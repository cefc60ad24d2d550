package org.hqccp.importing;

import java.util.List;

/** A record, or a part of one that stands together, such as one of several addresses. */
interface Scope {
    /** The values at a path below it: none where nothing is said. */
    List<String> get(String path);

    /** The parts of it at a path. */
    List<Scope> parts(String path);

    String file();

    /** The line it stands on. */
    long row();

    /** Where in its line an element stands; 0 where that is not known. */
    int column(String path);
}
