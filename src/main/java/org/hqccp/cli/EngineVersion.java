package org.hqccp.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version of the program as the decision log names it: a hash over every jar it runs from. */
final class EngineVersion {
    private static final int BUFFER = 1 << 16;

    private EngineVersion() {}

    static String ofThisInstallation() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isRegularFile(path)) {
                    add(digest, path);
                    for (Path library : libraries(path)) {
                        add(digest, library);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The jars the manifest of a jar names, in its order. */
    private static List<Path> libraries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Arrays.stream(names.split(" ", -1))
                            .map(jar::resolveSibling)
                            .filter(Files::isRegularFile)
                            .toList();
        }
    }

    private static void add(MessageDigest digest, Path jar) throws IOException {
        digest.update((jar.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
            while (in.read(buffer) >= 0) {
                continue;
            }
        }
    }
}
