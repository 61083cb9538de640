package io.fairlead.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param body JSON, or a missing node where there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** The version for If-Match, or null. */
    public String version() {
        return headers.firstValue("ETag").orElse(null);
    }
}
