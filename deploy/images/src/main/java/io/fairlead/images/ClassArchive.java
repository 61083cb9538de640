package io.fairlead.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the archive of classes with which a service starts sooner (AppCDS), with the image's own Java among the image's own
 * files: Java refuses one that was made with another, or when a jar has another time or place.
 */
final class ClassArchive {

    /** The service starts as far as it can without its database, and ends by itself or is told to. */
    private static final String REHEARSAL = "FAIRLEAD_DATABASE_PASSWORD=none FAIRLEAD_DATABASE_MIGRATE_AT_START=false "
            + "FAIRLEAD_TOPICS_CREATE=false FAIRLEAD_OUTBOX_ENABLED=false QUARKUS_INIT_AND_EXIT=true";

    private static final String INSIDE =
            "mkdir -p $R/dev $R/proc; mount --rbind /dev $R/dev; mount --rbind /proc $R/proc; "
                    + "exec timeout --signal=TERM 60 env -i PATH=/opt/java/bin:/usr/bin:/usr/sbin LANG=C.UTF-8 $REHEARSAL "
                    + "chroot $R ";

    private final Path folder;

    ClassArchive(Path folder) {
        this.folder = folder;
    }

    /**
     * The archive; none where this machine lets nobody change the root folder.
     *
     * @param command how the image starts the service
     */
    Optional<Path> of(Path tarball, List<String> command) throws IOException {
        Path root = folder.resolve("root");
        Programs.run(Map.of(), List.of("rm", "-rf", root.toString()));
        RootFolder.unpack(tarball, root);
        Path made = root.resolve("tmp/classes.jsa");
        String start = command.stream()
                .map(word ->
                        word.startsWith("-XX:SharedArchiveFile") ? "-XX:ArchiveClassesAtExit=/tmp/classes.jsa" : word)
                .collect(Collectors.joining(" "));
        try {
            Programs.run(
                    Map.of("R", root.toString(), "REHEARSAL", REHEARSAL),
                    List.of("unshare", "--map-root-user", "--mount", "sh", "-ec", INSIDE + start));
        } catch (IOException e) {
            if (!Files.isRegularFile(made)) {
                System.out.println("images: no archive of classes, so the service starts later: " + e.getMessage());
            }
        }
        return Optional.of(made).filter(Files::isRegularFile);
    }
}
