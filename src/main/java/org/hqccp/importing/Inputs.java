package org.hqccp.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The files of a delivery: a folder, one file, or a zip. Nothing of a zip is written to disk. */
final class Inputs {
    private static final int DEEPEST = 3;
    private static final int MOST_FILES = 2_000;

    private final Format format;
    private final ImportReport report;
    private final DoubleConsumer progress;
    private long all = 1;
    private long done;

    /** @param progress told how much of the files is read, from 0 to 1 */
    Inputs(Format format, ImportReport report, DoubleConsumer progress) {
        this.format = format;
        this.report = report;
        this.progress = progress;
    }

    void read(Path from) throws IOException {
        if (Files.isDirectory(from)) {
            folder(from);
        } else if (from.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            zip(from);
        } else {
            all = Math.max(1, Files.size(from));
            try (InputStream in = Files.newInputStream(from)) {
                one(String.valueOf(from.getFileName()), in);
            }
        }
        format.end();
    }

    private Comparator<String> order() {
        return Comparator.<String>comparingInt(format::turn).thenComparing(Comparator.naturalOrder());
    }

    private void folder(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .limit(MOST_FILES)
                    .toList();
        }
        for (String name : names) {
            all += format.takes(name) ? Files.size(folder.resolve(name)) : 0;
        }
        for (String name : names.stream().sorted(order()).toList()) {
            if (isTaken(name)) {
                try (InputStream in = Files.newInputStream(folder.resolve(name))) {
                    one(name, in);
                }
            }
        }
    }

    private boolean isTaken(String name) {
        if (!format.takes(name)) {
            report.note(Kind.NOTE, name, 0, 0, null, "no file of this format: not read");
            return false;
        }
        return true;
    }

    private void zip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> (ZipEntry) entry)
                    .limit(MOST_FILES)
                    .sorted(Comparator.comparing(ZipEntry::getName, order()))
                    .toList();
            all += entries.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            for (ZipEntry entry : entries) {
                if (isTaken(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        one(entry.getName(), in);
                    }
                }
            }
        } catch (ZipException e) {
            report.note(
                    Kind.BAD_FILE,
                    String.valueOf(file.getFileName()),
                    0,
                    0,
                    null,
                    "the zip is damaged or not whole: it is read from its beginning as far as that goes");
            brokenZip(file);
        }
    }

    /** Without its list of contents, a zip can only be read from its beginning. */
    private void brokenZip(Path file) throws IOException {
        all = Math.max(1, Files.size(file));
        String name = "";
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && ++files <= MOST_FILES;
                    entry = zip.getNextEntry()) {
                name = entry.getName();
                if (!entry.isDirectory() && isTaken(name)) {
                    one(name, zip);
                }
            }
        } catch (IOException e) {
            report.note(
                    Kind.BAD_FILE,
                    name.isEmpty() ? String.valueOf(file.getFileName()) : name,
                    0,
                    0,
                    null,
                    "the zip breaks off here: the rest is not read");
        }
    }

    private void one(String name, InputStream in) {
        try {
            format.read(name, new Counted(in));
        } catch (IOException e) {
            report.note(Kind.BAD_FILE, name, 0, 0, null, "it cannot be read");
        }
    }

    /** Counts what is read, and leaves closing to whoever opened the stream. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            done += bytes;
            progress.accept(Math.min(1.0, (double) done / all));
        }

        @Override
        public void close() {
            // The stream of a zip goes on with the next file.
        }
    }
}
