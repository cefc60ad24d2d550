package org.hqccp.decisionlog.verify;

import org.hqccp.decisionlog.format.FormatException;

/** Holds the keys of a log; with it, what is sealed and coded can be checked too. */
public interface Opener {
    /** Unseals the record of an entry. */
    byte[] open(String id, byte[] sealed) throws FormatException;

    /** The keyed hash over a text. */
    byte[] code(byte[] text);
}
