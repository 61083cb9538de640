package io.fairlead.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each part listens on: the usual ones unless the environment says otherwise, or free ones for a test. */
public final class Ports {

    static final String GATEWAY = "gateway";
    static final String GATEWAY_INTERNAL = "gateway_internal";
    static final String KEYCLOAK = "keycloak";
    static final String KEYCLOAK_MANAGEMENT = "keycloak_management";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka_controller";
    static final String MENU = "menu";
    static final String LAKE = "lake";

    /** The n-th instance of a service listens this much above its first. */
    private static final int INSTANCE_STEP = 10;

    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    private static final Map<String, Integer> DEFAULTS = Map.of(
            GATEWAY, 8088,
            GATEWAY_INTERNAL, 8089,
            KEYCLOAK, 8180,
            KEYCLOAK_MANAGEMENT, 8181,
            POSTGRES, 15432,
            KAFKA, 19092,
            KAFKA_CONTROLLER, 19093,
            MENU, 8109,
            LAKE, 8083);

    private final Map<String, Integer> numbers;

    private Ports(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    static Ports from(Map<String, String> environment, int instances) {
        Map<String, Integer> numbers = new HashMap<>();
        DEFAULTS.forEach((part, usual) -> numbers.put(part, number(environment, part, usual)));
        for (Service service : Service.values()) {
            int first = number(environment, service.key(), service.defaultPort());
            for (int i = 0; i < instances; i++) {
                numbers.put(instance(service, i), first + i * INSTANCE_STEP);
            }
        }
        return new Ports(numbers);
    }

    /**
     * Ports that nobody uses. They lie below those that systems give to outgoing connections, so that none of ours is
     * taken by such a connection before its part listens.
     */
    static Ports free(int instances) {
        List<String> parts = new ArrayList<>(DEFAULTS.keySet());
        for (Service service : Service.values()) {
            for (int i = 0; i < instances; i++) {
                parts.add(instance(service, i));
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        int candidate = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE - 1000);
        for (String part : parts) {
            while (!PortOwner.isFree(candidate)) {
                candidate++;
            }
            numbers.put(part, candidate++);
        }
        return new Ports(numbers);
    }

    int of(String part) {
        return numbers.get(part);
    }

    int of(Service service, int index) {
        return numbers.get(instance(service, index));
    }

    private static String instance(Service service, int index) {
        return service.key() + '-' + (index + 1);
    }

    private static int number(Map<String, String> environment, String part, int usual) {
        String variable = "FAIRLEAD_" + part.toUpperCase(Locale.ROOT) + "_PORT";
        String text = environment.getOrDefault(variable, "");
        if (text.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LaunchException(variable + " is not a port number: " + text);
    }
}
