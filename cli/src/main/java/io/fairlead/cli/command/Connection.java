package io.fairlead.cli.command;

import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Api;
import io.fairlead.cli.session.CredentialsFile;
import io.fairlead.cli.session.Session;
import java.net.URI;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Where the services are and who asks them. */
final class Connection {

    private static final String LOCAL = "http://localhost:8088";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:FAIRLEAD_URL}",
            description = "The gateway; else that of FAIRLEAD_URL, of the last sign-in, or " + LOCAL + ".")
    private String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:FAIRLEAD_TOKEN}",
            description = "An access token instead of a sign-in; better in FAIRLEAD_TOKEN, where no list of processes"
                    + " shows it.")
    private String token;

    private final Session session = new Session(CredentialsFile.ofUser(), Clock.systemUTC());

    Session session() {
        return session;
    }

    Api api() {
        return new Api(URI.create(url()), this::token);
    }

    /** The access token that requests carry, or null. */
    String token() {
        return given(token) ? token : session.token(url());
    }

    String url() {
        String address = given(url) ? url : session.url().orElse(LOCAL);
        URI parsed;
        try {
            parsed = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, "--url: this is no URL: " + address, e);
        }
        if (parsed.getHost() == null || !("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()))) {
            throw new CommandFailure(Exit.USAGE, "--url: http or https and a host are needed, not " + address);
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static boolean given(String value) {
        return value != null && !value.isEmpty();
    }
}
