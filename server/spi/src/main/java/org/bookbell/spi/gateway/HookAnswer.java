package org.bookbell.spi.gateway;

import java.util.regex.Pattern;

/**
 * What the provider is told once the server has stored what its call said.
 *
 * @param status 200 to 299
 * @param contentType of the body, such as {@code text/plain;charset=utf-8}; empty for no body
 * @param body at most {@value #LONGEST} characters
 */
public record HookAnswer(int status, String contentType, String body) {

    /** The longest body. */
    public static final int LONGEST = 4096;

    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(;\\s*charset=[\\w-]+)?");

    /** 200 with nothing in it, which every provider takes for "taken". */
    public static final HookAnswer OK = new HookAnswer(200, "", "");

    /** 204. */
    public static final HookAnswer NO_CONTENT = new HookAnswer(204, "", "");

    public HookAnswer {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("status of a taken call must be 200 to 299 but was " + status);
        }
        if (body.length() > LONGEST) {
            throw new IllegalArgumentException("body must have at most " + LONGEST + " characters");
        }
        if (!body.isEmpty() && !TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("body must name its type");
        }
    }

    /** 200 with a line of plain text, for providers that wait for a certain word. */
    public static HookAnswer text(String body) {
        return new HookAnswer(200, "text/plain;charset=utf-8", body);
    }

    /** Shows the status only. */
    @Override
    public String toString() {
        return "HookAnswer[" + status + "]";
    }
}
