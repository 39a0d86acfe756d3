package org.bookbell.spi.export;

import java.util.regex.Pattern;

/**
 * Cells of a CSV file that spreadsheets neither run nor change. Whatever people or gateways typed goes through {@link
 * #ofText} or {@link #ofAddress}, which take any text and never fail; ids, numbers and times of the server's own may stand as
 * they are. Quotation marks and commas are the matter of whatever writes the file.
 *
 * <p>The server's import of CSV reads cells by {@link #toText} and {@link #toAddress}, so that what an exporter wrote comes
 * back as it was.
 */
public final class CsvCell {

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), with the full-width forms. */
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n\u0000＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("\\+\\d+");
    private static final Pattern LINK = Pattern.compile("(?i)tel:(\\+\\d+)");

    private CsvCell() {}

    /**
     * What people typed, after an apostrophe if it would begin a formula; also if it looks as if it had got one, so that
     * whoever leaves out one apostrophe has what was typed.
     */
    public static String ofText(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /**
     * A number in E.164 as a link (RFC 3966 §5), any other address as text: {@code +12125550123} would be a formula or
     * become 1.21E+10, {@code tel:+12125550123} stays.
     */
    public static String ofAddress(String address) {
        return NUMBER.matcher(address).matches() ? "tel:" + address : ofText(address);
    }

    /** The text that {@link #ofText} was given. */
    public static String toText(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** The address that {@link #ofAddress} was given. */
    public static String toAddress(String cell) {
        var link = LINK.matcher(cell);
        return link.matches() ? link.group(1) : toText(cell);
    }

    /** Whether a formula begins, perhaps after apostrophes. */
    private static boolean isFormula(String text) {
        var first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(first)) >= 0;
    }
}
