package io.fairlead.telemetry.odata;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.serializer.RepresentationType;
import org.apache.olingo.server.api.uri.queryoption.FormatOption;
import org.apache.olingo.server.core.ContentNegotiator;
import org.apache.olingo.server.core.ContentNegotiatorException;

/** Which version and which form of an answer the client understands. */
final class Negotiation {

    private static final Pattern VERSION = Pattern.compile("\\s*(\\d{1,3})\\.(\\d{1,3})\\s*(;.*)?");
    private static final int FOUR = 4;

    /** What clients say of how they read, and what changes nothing here; 4.01 leaves out the prefix. */
    private static final Pattern WITHOUT_EFFECT =
            Pattern.compile("(?i)\\s*;\\s*((odata\\.)?streaming|ExponentialDecimals)\\s*=\\s*[^;,]*");

    private static final Pattern SHORT_NAME = Pattern.compile("(?i);\\s*metadata\\s*=");

    private static final List<ContentType> XML = List.of(ContentType.APPLICATION_XML);
    private static final List<ContentType> JSON =
            List.of(ContentType.JSON, ContentType.JSON_NO_METADATA, ContentType.JSON_FULL_METADATA);

    private Negotiation() {}

    /** Refuses clients that do not understand version 4.0. */
    static void checkVersion(Call call) {
        for (String header : List.of("OData-Version", "OData-MaxVersion")) {
            String value = call.header(header);
            if (value != null) {
                Matcher version = VERSION.matcher(value);
                if (!version.matches() || Integer.parseInt(version.group(1)) < FOUR) {
                    throw Problems.badRequest(FieldError.query(header, "must be 4.0 or more"));
                }
            }
        }
    }

    /** The form of an answer: XML for the metadata, JSON for everything else. */
    static ContentType type(Call call, FormatOption format, RepresentationType what) throws ContentNegotiatorException {
        ODataRequest request = new ODataRequest();
        call.headers("Accept").stream()
                .map(Negotiation::simplified)
                .forEach(accept -> request.addHeader("Accept", accept));
        call.headers("Accept-Charset").forEach(charset -> request.addHeader("Accept-Charset", charset));
        try {
            return ContentNegotiator.doContentNegotiation(
                    format, request, (types, type) -> type == RepresentationType.METADATA ? XML : JSON, what);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(FieldError.query("Accept", "is no list of media types"));
        }
    }

    private static String simplified(String accept) {
        return SHORT_NAME.matcher(WITHOUT_EFFECT.matcher(accept).replaceAll("")).replaceAll(";odata.metadata=");
    }
}
