package io.fairlead.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the gateway's program comes from: a named one, one on the PATH, one built or fetched
 * before, one built now, and where there is no Go the published release.
 *
 * @param path the program
 * @param origin how it was found, for people
 */
record TraefikBinary(Path path, String origin) {

    private static final String PROGRAM = "traefik";

    static TraefikBinary find(Context context) {
        Optional<String> named = context.settings().value("TRAEFIK_BIN");
        if (named.isPresent()) {
            return named(Path.of(named.get()));
        }
        Optional<Path> installed = Wrapper.onPath("traefik").filter(TraefikBinary::isVersion3);
        if (installed.isPresent()) {
            return new TraefikBinary(installed.get(), "found on the PATH: " + installed.get());
        }
        return built(context);
    }

    private static TraefikBinary named(Path program) {
        if (!Files.isExecutable(program)) {
            throw new LaunchException("TRAEFIK_BIN is no program: " + program);
        }
        return new TraefikBinary(program, "TRAEFIK_BIN");
    }

    private static boolean isVersion3(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "version")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.matches("(?s).*Version:\\s+v?3\\..*");
        } catch (IOException e) {
            return false;
        }
    }

    private static TraefikBinary built(Context context) {
        Path module = context.settings().root().resolve("traefik");
        Path built = context.settings().cache().resolve("traefik-" + fingerprint(module.resolve("go.sum")));
        Path fetched = context.settings().cache().resolve("traefik-" + TraefikRelease.VERSION + "-release");
        if (Files.isDirectory(built)) {
            return new TraefikBinary(built.resolve(PROGRAM), "built before");
        }
        if (Files.isDirectory(fetched)) {
            return new TraefikBinary(fetched.resolve(PROGRAM), "release fetched before");
        }
        Optional<Path> go = Wrapper.onPath("go");
        if (go.isPresent()) {
            Archives.once(built, draft -> build(context, go.get(), module, draft.resolve(PROGRAM)));
            return new TraefikBinary(built.resolve(PROGRAM), "built now with " + go.get());
        }
        return fetched(context, fetched);
    }

    private static TraefikBinary fetched(Context context, Path folder) {
        context.progress().line("traefik", "no Go to build it with; fetching release " + TraefikRelease.VERSION);
        try {
            Archives.once(folder, new TraefikRelease(context.settings())::into);
        } catch (LaunchException e) {
            throw new LaunchException(
                    "the gateway needs Traefik 3: put traefik on the PATH, name it in TRAEFIK_BIN, "
                            + "or install Go 1.26, which builds it (no release either: " + e.getMessage() + ")",
                    e);
        }
        return new TraefikBinary(folder.resolve(PROGRAM), "release " + TraefikRelease.VERSION);
    }

    private static void build(Context context, Path go, Path module, Path program) {
        context.progress().line("traefik", "building it with Go, once, four to seven minutes on two cores");
        Launch launch = new Launch(
                "traefik-build",
                List.of(
                        go.toString(),
                        "-C",
                        module.toString(),
                        "build",
                        "-trimpath",
                        "-ldflags=-s -w",
                        "-o",
                        program.toString(),
                        "github.com/traefik/traefik/v3/cmd/traefik"),
                Map.of("CGO_ENABLED", "0"),
                context.data().log("traefik-build"),
                0);
        Process process = context.forker().fork(launch);
        try {
            if (!process.waitFor(30, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LaunchException("traefik could not be built: " + Readiness.reason(launch.log()));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while building traefik", e);
        }
    }

    private static String fingerprint(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new LaunchException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
