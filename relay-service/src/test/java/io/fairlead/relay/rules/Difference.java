package io.fairlead.relay.rules;

import io.fairlead.core.http.FieldList;
import io.fairlead.relay.http.CacheControl;
import io.fairlead.relay.rules.Decision.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where our rules and the other cache's are known to differ, and what makes ours right. */
enum Difference {
    /** The other keeps what its caller wants not kept, and gives it to others. */
    CALLER_FORBIDS("RFC 9111, 5.2.1.5: a cache must not store any part of the response to such a request") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return CacheControl.parse(seen.first().joined("Cache-Control")).has("no-store")
                    && ours.kind() == Kind.FETCHED;
        }
    },
    /** The other takes an Expires that is no date for none at all, and guesses. */
    UNREADABLE_EXPIRES("RFC 9111, 5.3: an invalid date, especially \"0\", is one in the past") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return seen.response().first("Expires").filter("0"::equals).isPresent() && theirs.kind() == Kind.USED;
        }
    },
    /** The other hears the last of several, we the first. */
    REPEATED_DIRECTIVE("RFC 9111, 4.2.1: the first occurrence counts, or the response is stale") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return directives(seen).size() > firsts(seen).size()
                    && ours.equals(Decision.ours(seen.with(firsts(seen)), Instant.now()));
        }
    },
    /** The other does not keep what has no time left when it comes; we do, to validate it or if the caller does not mind. */
    STALE_AT_ONCE("RFC 9111, 3: that a response is fresh is no condition for keeping it") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return theirs.kind() == Kind.FETCHED
                    && seen.lifetime().isZero()
                    && (ours.kind() == Kind.VALIDATED
                            || (ours.kind() == Kind.USED
                                    && seen.second().joined("Cache-Control").startsWith("max-stale")));
        }
    },
    /** The other keeps fewer statuses without being told. */
    STATUS("RFC 9110, 15.1: 204, 308, 404, 405, 410, 414 and 501 are heuristically cacheable") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return theirs.kind() == Kind.FETCHED
                    && Set.of(204, 308, 404, 405, 410, 414, 501).contains(seen.status())
                    && ours.equals(Decision.ours(seen.with(200), Instant.now()));
        }
    },
    /** The other takes a directive for some fields for one for the whole response. */
    SOME_FIELDS("RFC 9111, 5.2.2.4 and 5.2.2.7: the qualified forms speak of the listed fields only") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return theirs.kind() != Kind.USED
                    && directives(seen).size() > unqualified(seen).size()
                    && ours.equals(Decision.ours(seen.with(unqualified(seen)), Instant.now()));
        }
    },
    /** The other does not hear a max-stale that says no time. */
    ANY_STALENESS("RFC 9111, 5.2.1.2: without a value the client will accept a stale response of any age") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return seen.second().joined("Cache-Control").equals("max-stale") && ours.kind() == Kind.USED;
        }
    },
    /** The other lets a caller use something stale that says for how long shared caches may use it. */
    SHARED_LIFETIME("RFC 9111, 5.2.2.10: s-maxage forbids stale use as proxy-revalidate does") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return seen.control().has("s-maxage")
                    && seen.second().joined("Cache-Control").startsWith("max-stale")
                    && theirs.kind() == Kind.USED;
        }
    },
    /** The other fetches anew where the caller wants what is kept to be validated. */
    CALLER_WANTS_VALIDATION("RFC 9111, 5.2.1.4: no-cache asks for successful validation on the origin server") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return seen.second().joined("Cache-Control").equals("no-cache")
                    && ours.kind() == Kind.VALIDATED
                    && theirs.kind() == Kind.FETCHED;
        }
    },
    /** The other names the tags of other variants when it asks for one that it does not have. */
    TAGS_OF_OTHER_VARIANTS("RFC 9111, 4.3.1: to name them is left to the cache") {
        @Override
        boolean explains(RepeatedRequest seen, Decision ours, Decision theirs) {
            return seen.response().has("Vary")
                    && !seen.first()
                            .joined("Accept-Language")
                            .equals(seen.second().joined("Accept-Language"))
                    && ours.kind() == Kind.FETCHED
                    && theirs.kind() == Kind.VALIDATED;
        }
    };

    private final String clause;

    Difference(String clause) {
        this.clause = clause;
    }

    /** Whether it is why the two decide differently. */
    abstract boolean explains(RepeatedRequest seen, Decision ours, Decision theirs);

    private static List<String> directives(RepeatedRequest seen) {
        return FieldList.members(seen.response().joined("Cache-Control"));
    }

    private static List<String> firsts(RepeatedRequest seen) {
        Set<String> names = new HashSet<>();
        return directives(seen).stream()
                .filter(directive -> names.add(directive.split("=")[0]))
                .toList();
    }

    private static List<String> unqualified(RepeatedRequest seen) {
        return directives(seen).stream()
                .filter(directive -> !directive.contains("=\""))
                .toList();
    }

    @Override
    public String toString() {
        return name() + " (" + clause + ")";
    }

    /** Why the two decide differently; empty when that is not known. */
    static Optional<Difference> between(RepeatedRequest seen, Decision ours, Decision theirs) {
        return Stream.of(values())
                .filter(known -> known.explains(seen, ours, theirs))
                .findFirst();
    }
}
