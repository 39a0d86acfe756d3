package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail server's refusal.
 *
 * @param stage what was refused
 * @param code the reply code (RFC 5321 §4.2), 400 or more
 * @param enhanced the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty where there is none
 * @param words the server's words without addresses
 */
record Reply(Stage stage, int code, String enhanced, String words) {

    /** What we had asked for. */
    enum Stage {
        CONNECTION,
        SENDER,
        RECIPIENT,
        CONTENT;

        private static Stage of(String command) {
            return command.startsWith("RCPT") ? RECIPIENT : command.startsWith("MAIL") ? SENDER : CONTENT;
        }
    }

    private static final Pattern CODES = Pattern.compile("^(\\d{3})(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?");
    private static final Pattern GREETING = Pattern.compile("response: (\\d{3})\\b");
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@]+>?");

    boolean isPermanent() {
        return code >= 500;
    }

    /** Whether the connection can carry the next message: a refused recipient ends nothing but this one. */
    boolean leavesConnection() {
        return stage == Stage.RECIPIENT && !endsConnection();
    }

    /** Whether the server closes the connection with it (RFC 5321 §3.8). */
    boolean endsConnection() {
        return code == 421;
    }

    /** The codes for people and tables, such as {@code 550 5.1.1}. */
    String codes() {
        return enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
    }

    /** Whether the enhanced code is about {@code subject} (RFC 3463 §3), such as 1 for addresses or 7 for policy. */
    boolean isAbout(int subject) {
        return enhanced.startsWith("." + subject + ".", 1);
    }

    /** Whether the enhanced code ends in {@code detail}, such as {@code 2.2} for a full mailbox, temporary or not. */
    boolean says(String detail) {
        return enhanced.endsWith("." + detail) && enhanced.length() == detail.length() + 2;
    }

    /** What the server answered while the connection was made; empty if it did not answer or did not refuse. */
    static Optional<Reply> toConnection(MessagingException failure) {
        return inChain(failure)
                .flatMap(link -> Stream.of(CODES, GREETING).map(form -> form.matcher(message(link))))
                .filter(matcher -> matcher.find())
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .filter(code -> code >= 400)
                .findFirst()
                .map(code -> of(Stage.CONNECTION, code, failure));
    }

    /** What the server answered while a message was sent; empty if it did not answer or did not refuse. */
    static Optional<Reply> toMessage(MessagingException failure) {
        return inChain(failure)
                .filter(link -> returnCode(link) >= 400)
                .findFirst()
                .map(link -> of(Stage.of(command(link)), returnCode(link), link));
    }

    private static Reply of(Stage stage, int code, MessagingException failure) {
        var message = message(failure);
        var codes = CODES.matcher(message);
        var enhanced = codes.find() && codes.group(2) != null ? codes.group(2) : "";
        return new Reply(stage, code, enhanced, withoutAddresses(message));
    }

    private static String withoutAddresses(String message) {
        return ADDRESS.matcher(message.strip()).replaceAll("(address)").replaceAll("\\s+", " ");
    }

    private static Stream<MessagingException> inChain(MessagingException failure) {
        return Stream.iterate(
                        (Exception) failure,
                        MessagingException.class::isInstance,
                        link -> ((MessagingException) link).getNextException())
                .limit(10)
                .map(MessagingException.class::cast);
    }

    private static String message(MessagingException failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    /** Jakarta Mail has no word for the reply code; its implementation's exceptions do. */
    private static int returnCode(MessagingException failure) {
        return ask(failure, "getReturnCode") instanceof Integer code ? code : -1;
    }

    private static String command(MessagingException failure) {
        return ask(failure, "getCommand") instanceof String command ? command : "";
    }

    private static @Nullable Object ask(MessagingException failure, String method) {
        try {
            return failure.getClass().getMethod(method).invoke(failure);
        } catch (ReflectiveOperationException notAsked) {
            return null;
        }
    }
}
