package io.fairlead.telemetry.odata;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.odata.query.NotSupported;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataServerError;
import org.apache.olingo.server.core.AcceptHeaderContentNegotiatorException;
import org.apache.olingo.server.core.ContentNegotiatorException;
import org.apache.olingo.server.core.ODataExceptionHelper;
import org.apache.olingo.server.core.uri.parser.UriParserException;
import org.apache.olingo.server.core.uri.parser.UriParserSemanticException;
import org.apache.olingo.server.core.uri.parser.UriParserSyntaxException;
import org.apache.olingo.server.core.uri.validator.UriValidationException;

/** What Olingo refuses, as a problem. */
final class Refusals {

    private Refusals() {}

    /**
     * The problem.
     *
     * @param culprit the option that is wrong, with its value: Olingo does not always say of which property it speaks
     */
    static RuntimeException of(ODataLibraryException e, Map<String, String> culprit) {
        ODataServerError error = error(e);
        String message = error.getMessage();
        return switch (error.getStatusCode()) {
            case 400 -> badRequest(message, culprit);
            case 404 -> Problems.notFound(message);
            case 406 -> Problems.of(406, "not-acceptable", "Not acceptable", message);
            case 501 -> new NotSupported(message);
            default -> throw new IllegalStateException(e);
        };
    }

    private static HttpProblem badRequest(String message, Map<String, String> culprit) {
        List<FieldError> errors = culprit.entrySet().stream()
                .map(option -> FieldError.query(option.getKey(), message + " In: " + option.getValue()))
                .toList();
        return errors.isEmpty()
                ? Problems.of(400, "invalid-request", "Invalid request", message)
                : Problems.badRequest(errors);
    }

    /** Olingo chooses by the static type, so each has to be named, the special ones first. */
    private static ODataServerError error(ODataLibraryException e) {
        Locale locale = Locale.ENGLISH;
        if (e instanceof UriValidationException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        if (e instanceof UriParserSemanticException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        if (e instanceof UriParserSyntaxException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        if (e instanceof UriParserException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        if (e instanceof AcceptHeaderContentNegotiatorException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        if (e instanceof ContentNegotiatorException specific) {
            return ODataExceptionHelper.createServerErrorObject(specific, locale);
        }
        return ODataExceptionHelper.createServerErrorObject(e, locale);
    }
}
