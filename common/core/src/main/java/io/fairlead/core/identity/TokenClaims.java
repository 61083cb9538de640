package io.fairlead.core.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What an access token says, whichever way it came. */
public final class TokenClaims {

    private TokenClaims() {}

    /** Who it is about, stable for one person or service. */
    public static String subject(JsonWebToken token) {
        return token.getSubject() == null ? token.getName() : token.getSubject();
    }

    /** The vessels that it speaks for, as its claim {@code vessels} says. */
    public static VesselScope vessels(JsonWebToken token) {
        return VesselScope.of(codes(token.getClaim("vessels")));
    }

    private static Collection<String> codes(Object claim) {
        if (claim == null) {
            return null;
        }
        if (claim instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet());
        }
        if (claim instanceof Collection<?> values) {
            return values.stream()
                    .map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                    .collect(Collectors.toSet());
        }
        return Set.of(claim instanceof JsonString text ? text.getString() : claim.toString());
    }
}
