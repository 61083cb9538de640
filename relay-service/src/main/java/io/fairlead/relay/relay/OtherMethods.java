package io.fairlead.relay.relay;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Methods that upstreams may have and the platform has no annotation for. */
final class OtherMethods {

    private OtherMethods() {}

    /** Discovery, as UPnP has it. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @HttpMethod("M-SEARCH")
    public @interface MSearch {}

    /** A safe question with a body. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @HttpMethod("QUERY")
    public @interface Query {}
}
