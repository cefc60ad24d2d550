package org.hqccp.rulelanguage;

/** What hostile rule files try to run. Once touched, it says so. */
public final class Probe {
    private static volatile boolean touched;

    /** A row or an object that hostile text makes is a touch too. */
    public Probe() {
        touch();
    }

    /** Runs what must never run. */
    public static boolean touch() {
        touched = true;
        return true;
    }

    /** Whether anything ran since the last question. */
    static boolean wasTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }
}
