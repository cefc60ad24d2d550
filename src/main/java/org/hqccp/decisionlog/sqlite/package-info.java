/** Keeps the decision log in one SQLite file: no server, every group of entries forced to disk before anybody is told. */
@NullMarked
package org.hqccp.decisionlog.sqlite;

import org.jspecify.annotations.NullMarked;
