package io.fairlead.core.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says in {@code Allow} which methods a path takes, where a method is refused (RFC 9110, 15.5.6) or asked for by
 * OPTIONS: those that the API's document has, which the build writes beside the code.
 */
@Singleton
public class AllowedMethods {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final List<Resource> resources;

    private record Resource(String template, Pattern path, Set<String> methods) {}

    AllowedMethods(ObjectMapper json) throws IOException {
        this.resources = read(json);
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        boolean asked = request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() < 300;
        if (asked || response.getStatus() == METHOD_NOT_ALLOWED) {
            find(request.getUriInfo().getPath()).ifPresent(methods -> response.getHeaders()
                    .putSingle(HttpHeaders.ALLOW, String.join(", ", methods)));
        }
    }

    private Optional<Set<String>> find(String path) {
        return resources.stream()
                .filter(resource -> resource.path().matcher(path).matches())
                .findFirst()
                .map(Resource::methods);
    }

    /** The paths, those with fewer parameters first, as the platform matches them. */
    private static List<Resource> read(ObjectMapper json) throws IOException {
        List<Resource> resources = new ArrayList<>();
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            JsonNode paths = document == null
                    ? json.createObjectNode()
                    : json.readTree(document).path("paths");
            paths.fields().forEachRemaining(path -> resources.add(resource(path.getKey(), path.getValue())));
        }
        resources.sort(Comparator.comparingLong(
                resource -> resource.template().chars().filter(c -> c == '{').count()));
        return resources;
    }

    private static Resource resource(String template, JsonNode operations) {
        Set<String> methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        operations.fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                methods.add(name.toUpperCase());
            }
        });
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        String literal = Pattern.quote(template).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        return new Resource(template, Pattern.compile(literal), methods);
    }
}
