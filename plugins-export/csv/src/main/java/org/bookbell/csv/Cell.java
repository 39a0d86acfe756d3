package org.bookbell.csv;

/** Writes values so that a spreadsheet neither runs nor changes them. */
final class Cell {

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), with the full-width forms. */
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n\u0000＝＋－＠";

    private Cell() {}

    /** What people typed, after an apostrophe if it would begin a formula. */
    static String ofText(String text) {
        return !text.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * A number in E.164 as a link (RFC 3966 §5): {@code +12125550123} would be a formula or become 1.21E+10, {@code
     * tel:+12125550123} stays.
     */
    static String ofPhone(String number) {
        return "tel:" + number;
    }
}
