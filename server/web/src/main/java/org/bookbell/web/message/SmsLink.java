package org.bookbell.web.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A link by which a phone opens a text message that is written already. Android wants {@code ?body=}, iOS {@code
 * &body=}: {@code ?&body=} is read by both. A plus stands for itself there, so blanks are {@code %20}.
 */
final class SmsLink {

    private SmsLink() {}

    static String of(String number, String text) {
        return "sms:" + number + "?&body="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
