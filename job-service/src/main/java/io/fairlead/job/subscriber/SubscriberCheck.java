package io.fairlead.job.subscriber;

import io.fairlead.core.problem.FieldError;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks the addresses of subscribers, as far as that is possible without asking for where names lead. */
@Singleton
public class SubscriberCheck {

    private static final String POINTER = "/subscriber";
    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65535;

    private final WebhookConfig config;

    SubscriberCheck(WebhookConfig config) {
        this.config = config;
    }

    /**
     * What is wrong with a subscriber.
     *
     * @param subscriber may be null: then nothing is
     */
    public List<FieldError> errors(Subscriber subscriber) {
        if (subscriber == null) {
            return List.of();
        }
        Map<String, String> addresses = subscriber.addresses();
        if (addresses.isEmpty()) {
            return List.of(FieldError.body(POINTER, "must have at least one address"));
        }
        return addresses.entrySet().stream()
                .flatMap(address -> Stream.ofNullable(error(address.getValue()))
                        .map(error -> FieldError.body(POINTER + "/" + address.getKey(), error)))
                .toList();
    }

    /** What is wrong with an address; null if nothing is. */
    private String error(String address) {
        if (address.length() > LONGEST) {
            return "must be at most " + LONGEST + " characters";
        }
        try {
            return error(new URI(address));
        } catch (URISyntaxException e) {
            return "must be a URI";
        }
    }

    private String error(URI uri) {
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && config.http())) {
            return config.http() ? "must begin with https:// or http://" : "must begin with https://";
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return "must name a host";
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || !isAscii(uri)) {
            return "must have neither a user nor a fragment, and other letters than ASCII encoded";
        }
        return config.privateAddresses() || isPublic(uri.getHost())
                ? null
                : "must be an address of the public Internet";
    }

    private static boolean isAscii(URI uri) {
        return Objects.equals(uri.toString(), uri.toASCIIString());
    }

    /** A name may lead anywhere: it is looked up when it is called. */
    private static boolean isPublic(String host) {
        boolean number = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return !number || PublicAddress.is(InetAddress.getByName(host).getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
