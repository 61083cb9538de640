package io.fairlead.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where credentials are kept between commands: a file that only its owner may read. */
public final class CredentialsFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    public CredentialsFile(Path folder) {
        this.file = folder.resolve("credentials.json");
    }

    /** The folder that the environment names: FAIRLEAD_CONFIG, or fairlead in XDG_CONFIG_HOME or in ~/.config. */
    public static CredentialsFile ofUser() {
        String own = System.getenv("FAIRLEAD_CONFIG");
        if (own != null && !own.isEmpty()) {
            return new CredentialsFile(Path.of(own));
        }
        String shared = System.getenv("XDG_CONFIG_HOME");
        Path base = shared != null && !shared.isEmpty()
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".config");
        return new CredentialsFile(base.resolve("fairlead"));
    }

    /** What was kept, if anything was. */
    public Optional<Credentials> read() {
        try {
            JsonNode kept = JSON.readTree(file.toFile());
            return Optional.of(new Credentials(
                    kept.required("url").asText(),
                    kept.required("accessToken").asText(),
                    Instant.parse(kept.required("expires").asText()),
                    kept.required("refreshToken").asText()));
        } catch (java.io.FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(Exit.SIGNED_OUT, file + " cannot be read. Sign in again with: fairlead login", e);
        }
    }

    /** Keeps credentials in place of earlier ones; whoever reads meanwhile sees the one or the other. */
    public void write(Credentials credentials) {
        ObjectNode kept = JSON.createObjectNode()
                .put("url", credentials.url())
                .put("accessToken", credentials.accessToken())
                .put("expires", credentials.expires().toString())
                .put("refreshToken", credentials.refreshToken());
        try {
            Files.createDirectories(file.getParent(), attributes(OWNER_ENTERS));
            Path next = Files.createTempFile(file.getParent(), "credentials", ".new", attributes(OWNER_ONLY));
            Files.writeString(next, kept.toPrettyString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Forgets what was kept. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Does something while no other command does: of two that renew one session, the second would lose it. */
    <T> T alone(Supplier<T> action) {
        try {
            Files.createDirectories(file.getParent(), attributes(OWNER_ENTERS));
            try (FileChannel lock = FileChannel.open(
                            file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                return action.get();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CommandFailure unwritable(IOException e) {
        return new CommandFailure(Exit.ERROR, "%s cannot be written: %s".formatted(file, e), e);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
