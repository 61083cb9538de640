package io.fairlead.spark;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where Kafka is, and how it is to be talked to, in Spark's names. */
final class KafkaAddress {

    private static final Pattern SECURITY = Pattern.compile("KAFKA_(SECURITY|SASL|SSL)_");

    private KafkaAddress() {}

    /**
     * The options of a Kafka source or sink: the brokers of {@code --kafka}, and what the driver's environment says of
     * security, in the variables that the services take it from.
     */
    static Map<String, String> of(Options options, Map<String, String> environment) {
        Map<String, String> found = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (SECURITY.matcher(variable).lookingAt()) {
                found.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        found.put("kafka.bootstrap.servers", options.required("kafka"));
        return found;
    }
}
