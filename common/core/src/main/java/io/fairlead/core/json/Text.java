package io.fairlead.core.json;

/**
 * What a name may look like: one line that does not begin with a space. So it is never blank, an optional text is absent or
 * says something, and each fits into a CSV cell, a calendar and the database.
 */
public final class Text {

    /** As a regular expression that Java, ECMAScript and Python read alike. */
    public static final String LINE = "^[^\\u0000-\\u0020\\u007F][^\\u0000-\\u001F\\u007F]*$";

    /** How that is told to a person. */
    public static final String LINE_MESSAGE = "must be one line of text that does not begin with a space";

    private Text() {}
}
