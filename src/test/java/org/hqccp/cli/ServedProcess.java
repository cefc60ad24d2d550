package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hqccp.testcase.SmallPolicy;

/** The service of the small policy in a process of its own, on a free port. */
record ServedProcess(Process process) implements AutoCloseable {

    /** Starts it; what it complains of goes where it is told. */
    static ServedProcess start(Path data, ProcessBuilder.Redirect complaints) throws IOException {
        return new ServedProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.hqccp.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--rules",
                        SmallPolicy.RULES.toString(),
                        "--data",
                        data.toString())
                .redirectError(complaints)
                .start());
    }

    /** All it says until it is ready; less if it ends before. */
    String greeting() throws IOException {
        StringBuilder read = new StringBuilder();
        int next = process.getInputStream().read();
        while (next >= 0) {
            read.append((char) next);
            if (read.toString().endsWith("Ctrl-C stops it.\n")) {
                break;
            }
            next = process.getInputStream().read();
        }
        return read.toString();
    }

    /** Its exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the service does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
