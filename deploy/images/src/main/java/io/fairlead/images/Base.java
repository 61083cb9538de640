package io.fairlead.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the services' images stand on: a C library, certificates and Java. */
final class Base {

    static final String NONROOT = "65532:65532";
    private static final String OWN = "own";
    private static final String TAR = "tar:";
    private static final String CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

    private final Settings settings;

    Base(Settings settings) {
        this.settings = settings;
    }

    /** Its tarball, when there is one here: then an image can be tried, and an archive of classes made with its Java. */
    Optional<Path> tarball() {
        if (settings.base().equals(OWN)) {
            return Optional.of(settings.out().resolve("base-" + settings.version() + ".tar"));
        }
        return settings.base().startsWith(TAR)
                ? Optional.of(Path.of(settings.base().substring(TAR.length())))
                : Optional.empty();
    }

    /** Where the files of the own base are before they are packed. */
    Path files() {
        return settings.out().resolve("base");
    }

    /** Makes the own base unless it is there. */
    void prepare() throws Exception {
        Path tarball = tarball().orElse(null);
        if (!settings.base().equals(OWN) || Files.exists(tarball)) {
            return;
        }
        Programs.run(
                Map.of("SOURCE_DATE_EPOCH", "" + settings.time().getEpochSecond()),
                List.of(
                        settings.root().resolve("deploy/images/base").toString(),
                        files().toString(),
                        settings.java().toString()));
        Layer system = new Layer("system", settings.time()).folder(files(), "/tmp", "777");
        for (String folder : new String[] {"etc", "lib", "lib64", "usr", "var"}) {
            system.add(files().resolve("os").resolve(folder), "/" + folder);
        }
        Layer java = new Layer("java", settings.time()).add(files().resolve("java"), "/opt/java");
        Jib.fromScratch()
                .setFileEntriesLayers(Layer.of(system, java))
                .setUser(NONROOT)
                .setCreationTime(settings.time())
                .addEnvironmentVariable("PATH", "/opt/java/bin")
                .addEnvironmentVariable("LANG", "C.UTF-8")
                .addEnvironmentVariable("FAIRLEAD_DATABASE_CA", CERTIFICATES)
                .containerize(containerizer(settings, tarball, settings.prefix() + "/base:" + settings.version()));
    }

    JibContainerBuilder begin() throws InvalidImageReferenceException {
        Optional<Path> tarball = tarball();
        return tarball.isPresent()
                ? Jib.from(TarImage.at(tarball.get()))
                : Jib.from(RegistryImage.named(settings.base()));
    }

    static Containerizer containerizer(Settings settings, Path tarball, String name)
            throws InvalidImageReferenceException, IOException {
        Path cache = Files.createDirectories(settings.out().resolve("layers"));
        return Containerizer.to(TarImage.at(tarball).named(name))
                .setToolName("fairlead")
                .setAlwaysCacheBaseImage(false)
                .setApplicationLayersCache(cache)
                .setBaseImageLayersCache(cache);
    }
}
