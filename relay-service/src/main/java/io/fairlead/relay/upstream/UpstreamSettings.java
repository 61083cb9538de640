package io.fairlead.relay.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Where an outside API is, what it is allowed, and how patient the relay is with it. */
public interface UpstreamSettings {

    /** Its base URL. */
    URI url();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long it may take to begin its answer, and to send all of one that is kept. */
    @WithDefault("10s")
    Duration timeout();

    /** The largest body that is kept; what is larger is passed through. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How long an answer is fresh that does not say so itself. */
    @WithDefault("0s")
    Duration defaultFreshness();

    /** How long after that it may stand in for an upstream that fails, unless it says so itself. */
    @WithDefault("7d")
    Duration staleIfError();

    /** The methods that callers may use. */
    @WithDefault("GET,HEAD")
    Set<String> methods();

    /** Where the paths begin that callers may use. */
    @WithDefault("/")
    Set<String> paths();

    /** The role that callers must have; none when everybody may. */
    Optional<String> role();

    /**
     * Whether it is as good as one of our own: it sees callers' cookies, credentials and addresses and may set cookies and
     * policies for our origin.
     */
    @WithDefault("false")
    boolean trusted();

    /** Whether a cookie that comes with an answer that may be kept is for everybody who gets that answer. */
    @WithDefault("false")
    boolean sharesCookies();

    /** How often it may be asked, by all instances together; none when as often as one likes. */
    OptionalDouble requestsPerSecond();

    /** How many requests it takes at once after a silence. */
    @WithDefault("1")
    int burst();

    /** How long a request waits for its turn at most. */
    @WithDefault("10s")
    Duration patience();

    /** Whether callers may insist on fresher answers, or be content with staler ones, than it asks for itself. */
    @WithDefault("false")
    boolean obeysCallers();
}
