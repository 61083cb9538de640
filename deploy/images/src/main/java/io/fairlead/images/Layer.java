package io.fairlead.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of an image that change together. They belong to root, and who runs the image can only read them. */
final class Layer {

    private final FileEntriesLayer.Builder layer;
    private final Instant time;

    Layer(String name, Instant time) {
        this.layer = FileEntriesLayer.builder().setName(name);
        this.time = time;
    }

    /** Adds a file, or a folder with what is in it. */
    Layer add(Path source, String target) throws IOException {
        return add(source, target, file -> true);
    }

    /** Adds of a folder the files that fit. */
    Layer add(Path source, String target, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path path : (Iterable<Path>) tree.sorted()::iterator) {
                if (Files.isDirectory(path) || wanted.test(path)) {
                    String below = source.relativize(path).toString();
                    entry(path, below.isEmpty() ? target : target + "/" + below, permissions(path));
                }
            }
        }
        return this;
    }

    /** Adds an empty folder. */
    Layer folder(Path anyFolder, String target, String mode) {
        entry(anyFolder, target, FilePermissions.fromOctalString(mode));
        return this;
    }

    FileEntriesLayer build() {
        return layer.build();
    }

    private void entry(Path source, String target, FilePermissions permissions) {
        layer.addEntry(source, AbsoluteUnixPath.get(target), permissions, time);
    }

    private static FilePermissions permissions(Path path) {
        boolean open = Files.isDirectory(path) || Files.isExecutable(path) && isProgram(path);
        return FilePermissions.fromOctalString(open ? "755" : "644");
    }

    /** Root may execute what nobody made executable: only the owner's own bit counts. */
    private static boolean isProgram(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FileEntriesLayer> of(Layer... layers) {
        return Stream.of(layers).map(Layer::build).toList();
    }
}
