package io.fairlead.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a tar into the cache so that the folder is there whole or not at all, even when two launchers do it. */
final class Archives {

    private static final int OWNER_EXECUTE = 0100;

    private Archives() {}

    /** Fills a new folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The folder, made by {@code filling} if it is not there yet. */
    static Path once(Path folder, Filling filling) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(folder.getParent());
            Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
            try {
                filling.into(draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
                DataFolder.delete(draft);
            } catch (IOException | RuntimeException e) {
                DataFolder.delete(draft);
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw new LaunchException("cannot prepare " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Unpacks a tar.
     *
     * @param tar the uncompressed stream
     * @param folder where to
     * @param strip how many leading segments of each path to leave out
     * @throws IOException when it cannot be read or written
     */
    static void untar(InputStream tar, Path folder, int strip) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() <= strip || name.toString().isEmpty()) {
                continue;
            }
            Path target = folder.resolve(name.subpath(strip, name.getNameCount()));
            if (!target.normalize().startsWith(folder)) {
                throw new IOException("path outside of the archive: " + entry.getName());
            }
            write(entries, entry, target);
        }
    }

    private static void write(TarArchiveInputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_EXECUTE) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
