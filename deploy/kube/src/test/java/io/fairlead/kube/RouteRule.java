package io.fairlead.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of a gateway, as far as ours go: which paths it takes, how much it counts among those that take the same path, and
 * whose it is.
 */
record RouteRule(Predicate<String> takes, int weight, String service) {

    private static final Pattern MATCHER = Pattern.compile("(PathRegexp|Path)\\(`([^`]+)`\\)");
    private static final int EXACT = 10_000;

    /** @return who answers for a path; nobody when no rule takes it */
    static Optional<String> owner(List<RouteRule> rules, String path) {
        return rules.stream()
                .filter(rule -> rule.takes().test(path))
                .max(Comparator.comparingInt(RouteRule::weight))
                .map(RouteRule::service);
    }

    /** The rules of an IngressRoute. */
    static List<RouteRule> ofTraefik(JsonNode ingressRoute) {
        List<RouteRule> rules = new ArrayList<>();
        for (JsonNode route : ingressRoute.at("/spec/routes")) {
            String service = route.at("/services/0/name").asText();
            Matcher matcher = MATCHER.matcher(route.path("match").asText());
            while (matcher.find()) {
                String value = matcher.group(2);
                Predicate<String> takes = "Path".equals(matcher.group(1))
                        ? value::equals
                        : Pattern.compile(value).asPredicate();
                rules.add(new RouteRule(takes, route.path("priority").asInt(), service));
            }
        }
        return rules;
    }

    /** The rules of an HTTPRoute: an exact path counts most, then the longest prefix, which ends with a segment. */
    static List<RouteRule> ofGateway(JsonNode httpRoute) {
        List<RouteRule> rules = new ArrayList<>();
        for (JsonNode rule : httpRoute.at("/spec/rules")) {
            String service = rule.at("/backendRefs/0/name").asText();
            for (JsonNode match : rule.path("matches")) {
                String value = match.at("/path/value").asText();
                boolean exact = "Exact".equals(match.at("/path/type").asText());
                Predicate<String> takes =
                        exact ? value::equals : path -> path.equals(value) || path.startsWith(value + "/");
                rules.add(new RouteRule(takes, value.length() + (exact ? EXACT : 0), service));
            }
        }
        return rules;
    }
}
