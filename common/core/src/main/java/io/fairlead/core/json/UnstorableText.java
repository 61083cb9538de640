package io.fairlead.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text in a body cannot be kept, see {@link Storable}; the path of the exception says which. */
public final class UnstorableText extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    UnstorableText(JsonParser parser) {
        super(parser, Storable.MESSAGE);
    }
}
