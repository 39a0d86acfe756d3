package org.bookbell.web.text;

import java.util.List;
import org.bookbell.web.page.Filled;

/**
 * One text with its form and how it would be sent.
 *
 * @param path of the text
 * @param back to all of its language
 * @param origin who wrote what stands in the form
 * @param isOwn whether there is an own text that may be given up
 * @param longest how many characters the text may have
 */
record TextView(
        String path,
        String back,
        String title,
        String origin,
        boolean isOwn,
        boolean isMail,
        int longest,
        List<String> variables,
        Preview preview,
        String notice,
        Filled form) {

    /**
     * How it would be sent, or why it cannot be.
     *
     * @param cost segments of a text message; empty for e-mail
     */
    record Preview(List<String> faults, String subject, String text, String cost, String warning) {}
}
