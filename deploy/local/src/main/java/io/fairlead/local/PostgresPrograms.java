package io.fairlead.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked from their Maven artefact once per version. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The folder with {@code postgres} and {@code initdb}. */
    static Path in(Path cache) {
        String platform = platform();
        Path folder = cache.resolve("postgres-" + Versions.postgres() + "-" + platform);
        return Archives.once(folder, draft -> unpack(platform, draft)).resolve("bin");
    }

    private static void unpack(String platform, Path draft) throws IOException {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream archive = PostgresPrograms.class.getResourceAsStream("/postgres-" + platform + ".txz")) {
            if (archive == null) {
                throw new LaunchException("no PostgreSQL for " + platform
                        + " among the libraries: point FAIRLEAD_DATABASE_URL at a running server");
            }
            Archives.untar(new XZInputStream(archive), draft, 0);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return system + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64");
    }
}
