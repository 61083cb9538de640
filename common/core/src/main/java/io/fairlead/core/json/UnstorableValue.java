package io.fairlead.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text or a number in a body cannot be kept as it is; the path of the exception says which, its message why. */
public final class UnstorableValue extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    UnstorableValue(JsonParser parser, String reason) {
        super(parser, reason);
    }
}
