package io.fairlead.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords drawn at random for one data folder and kept there for its owner's eyes only; none is in the repository. */
final class Secrets {

    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path dataFolder) {
        Secrets secrets = new Secrets(dataFolder.resolve("secrets.properties"));
        secrets.load();
        return secrets;
    }

    /** The password of that name, drawn when it is asked for the first time. */
    synchronized String of(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.setProperty(name, drawn);
        save();
        return drawn;
    }

    Path file() {
        return file;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new LaunchException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, OWNER_ONLY);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Passwords of this data folder, drawn at random");
            }
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
