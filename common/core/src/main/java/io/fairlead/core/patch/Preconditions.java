package io.fairlead.core.patch;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;

/** Asks for If-Match where a lost update would hurt: protection is no option, {@code *} is the way to say "any". */
public final class Preconditions {

    private static final String TAG = "(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern CONDITION = Pattern.compile("\\*|" + TAG + "(\\s*,\\s*" + TAG + ")*");

    private static final int PRECONDITION_REQUIRED = 428;
    private static final int PRECONDITION_FAILED = 412;

    private Preconditions() {}

    /** The condition; 428 when the request has none, 400 when it is no condition (RFC 9110, 13.1.1). */
    public static IfMatch required(String header) {
        if (header == null || header.isBlank()) {
            throw Problems.of(
                    PRECONDITION_REQUIRED,
                    "precondition-required",
                    "Precondition required",
                    "Send If-Match with the ETag that you have seen, or * for any.");
        }
        if (!CONDITION.matcher(header.strip()).matches()) {
            throw Problems.badRequest(FieldError.query("If-Match", "must be * or entity tags such as \"1\""));
        }
        return new IfMatch(header);
    }

    /** Passes on a version that the caller has seen; 412 otherwise. */
    public static void check(IfMatch condition, long version) {
        if (!condition.allows(version)) {
            throw Problems.of(
                    PRECONDITION_FAILED,
                    "changed-meanwhile",
                    "Precondition failed",
                    "It was changed meanwhile: its ETag is \"" + version + "\" now.");
        }
    }

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
