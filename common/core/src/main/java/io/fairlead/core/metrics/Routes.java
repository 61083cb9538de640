package io.fairlead.core.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The routes of a service as its OpenAPI document names them, and the few that are none of its operations. */
@Singleton
class Routes {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    /** A parameter's own pattern, as in {@code {path: .*}}. */
    private static final Pattern PATTERN = Pattern.compile("\\s*:[^}]*(?=})");

    /** Files of the web app and the API pages: all of a folder count as one. */
    private static final List<String> FOLDERS = List.of("/app", "/docs", "/redoc", "/openapi");

    private final Set<String> templates;

    Routes() {
        this(documented());
    }

    Routes(Set<String> templates) {
        this.templates = templates;
    }

    /**
     * A request's route.
     *
     * @param uri a template, a path that is none, or a word for what has no path
     * @return its name; empty when it is nothing that the service knows
     */
    Optional<String> named(String uri) {
        if (!uri.startsWith("/")) {
            return Optional.of(uri);
        }
        String template = PATTERN.matcher(uri).replaceAll("");
        return templates.contains(template)
                ? Optional.of(template)
                : FOLDERS.stream()
                        .filter(folder -> uri.equals(folder) || uri.startsWith(folder + "/"))
                        .findFirst();
    }

    private static Set<String> documented() {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            Set<String> paths = new HashSet<>();
            if (document != null) {
                new ObjectMapper().readTree(document).path("paths").fieldNames().forEachRemaining(paths::add);
            }
            return Set.copyOf(paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
