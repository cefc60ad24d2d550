package org.hqccp.importing;

import java.io.InputStream;
import java.util.Locale;

/** Interchange files of Ed-Fi, with the files of its descriptors where they are given. */
final class EdFi implements Format {
    private final Gathering gathering;
    private final ImportReport report;

    EdFi(Gathering gathering, ImportReport report) {
        this.gathering = gathering;
        this.report = report;
    }

    @Override
    public boolean takes(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** Descriptors first, so that short names are known when they are met. */
    @Override
    public int turn(String file) {
        return file.contains("Descriptor") ? 0 : 1;
    }

    @Override
    public void read(String file, InputStream in) {
        new XmlFile(file, gathering, report).read(in);
    }
}
