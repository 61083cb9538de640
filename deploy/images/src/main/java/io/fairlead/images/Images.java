package io.fairlead.images;

import java.nio.file.Files;
import java.nio.file.Path;

/** Builds the services' images as tarballs, by Jib: without a container engine, and without a registry unless the base is there. */
public final class Images {

    private Images() {}

    /** @param args none: see {@link Settings} */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.read();
        Files.createDirectories(settings.out());
        Base base = new Base(settings);
        base.prepare();
        for (String service : settings.services()) {
            Path tarball = new ServiceImage(settings, base, service).build();
            System.out.printf(
                    "images: %s in %s, %d MB%n",
                    settings.name(service), tarball.getFileName(), Files.size(tarball) / 1_000_000);
        }
    }
}
