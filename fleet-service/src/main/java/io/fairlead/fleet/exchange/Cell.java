package io.fairlead.fleet.exchange;

import io.fairlead.core.Computation;
import java.util.regex.Pattern;

/**
 * A text as a CSV cell that no spreadsheet takes for a formula: one that begins like a formula, or with an apostrophe,
 * gets an apostrophe in front, and loses it again when it is read. A plain number stays as it is. So what was written
 * is read back unchanged.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
@Computation
final class Cell {

    private static final char GUARD = '\'';
    private static final String DANGEROUS = "=+-@\t\r" + GUARD;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Cell() {}

    static String write(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean dangerous = !text.isEmpty()
                && DANGEROUS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return dangerous ? GUARD + text : text;
    }

    /** The text of a cell, or null when it is empty. */
    static String read(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }
}
