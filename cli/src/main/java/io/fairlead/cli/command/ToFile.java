package io.fairlead.cli.command;

import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** Where a download goes. */
final class ToFile {

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Where to save it; - for standard output.")
    private String file;

    boolean wanted() {
        return file != null;
    }

    /** Saves all of it or nothing: the file appears when it is complete. */
    void save(InputStream content) {
        try (content) {
            if (file == null || "-".equals(file)) {
                content.transferTo(System.out);
                System.out.flush();
                return;
            }
            Path target = Path.of(file).toAbsolutePath();
            Path part = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".part");
            try {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(Exit.ERROR, "%s is not complete: %s".formatted(file, e), e);
        }
    }
}
