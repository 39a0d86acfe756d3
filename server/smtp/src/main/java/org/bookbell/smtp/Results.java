package org.bookbell.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.bookbell.smtp.wire.Trouble;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/** Says what became of a message by what the mail server answered, or did not. */
final class Results {

    private Results() {}

    /** The result where no connection could be made, and so nothing was submitted. */
    static SubmitResult ofConnecting(MessagingException failure) {
        var reply = Reply.toConnection(failure);
        if (reply.isPresent()) {
            return refused(reply.get());
        }
        if (failure instanceof AuthenticationFailedException) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT, "authentication", "The mail server and we know no common way to sign in.");
        }
        if (Trouble.causes(failure).anyMatch(Results::isAboutCertificate)) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT, "certificate", "The mail server's certificate is not trusted.");
        }
        if (String.valueOf(failure.getMessage()).contains("STARTTLS")) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT,
                    "starttls",
                    "The mail server does not offer what the security setting asks for.");
        }
        return unavailable(failure);
    }

    /** The result where a connection that had been made refused a message or broke. */
    static SubmitResult ofSending(MessagingException failure, boolean hasBegun) {
        return Reply.toMessage(failure)
                .map(Results::refused)
                .orElseGet(() -> hasBegun
                        ? SubmitResult.unclear(
                                "The connection broke after the message had begun: " + Trouble.inWords(failure))
                        : unavailable(failure));
    }

    /** Whether the mail server kept silent for too long. */
    static boolean isTimeout(MessagingException failure) {
        return Trouble.causes(failure).anyMatch(SocketTimeoutException.class::isInstance);
    }

    private static SubmitResult refused(Reply reply) {
        return SubmitResult.refused(reason(reply), reply.codes(), reply.words());
    }

    private static SubmitResult unavailable(MessagingException failure) {
        return SubmitResult.refused(
                RefusalReason.UNAVAILABLE,
                "connection",
                "The mail server cannot be reached: " + Trouble.inWords(failure));
    }

    private static RefusalReason reason(Reply reply) {
        return byAnyStage(reply).orElseGet(() -> reply.isPermanent() ? permanent(reply) : temporary(reply));
    }

    /** What means the same whenever it comes: a full mailbox (5.2.2 is soft too) and faults of the account. */
    private static Optional<RefusalReason> byAnyStage(Reply reply) {
        if (reply.says("2.2")) {
            return Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
        }
        return switch (reply.code()) {
            case 530, 534, 535, 538 -> Optional.of(RefusalReason.ACCOUNT);
            case 521 -> Optional.of(RefusalReason.BLOCKED);
            default -> Optional.empty();
        };
    }

    private static RefusalReason temporary(Reply reply) {
        if (reply.isAbout(7)) {
            return reply.stage() == Reply.Stage.CONNECTION ? RefusalReason.UNAVAILABLE : RefusalReason.THROTTLED;
        }
        var isMailbox = reply.code() == 450 || reply.isAbout(1) || reply.isAbout(2);
        return reply.stage() == Reply.Stage.RECIPIENT && isMailbox
                ? RefusalReason.RECIPIENT_UNREACHABLE
                : RefusalReason.UNAVAILABLE;
    }

    private static RefusalReason permanent(Reply reply) {
        return switch (reply.stage()) {
            case CONNECTION -> RefusalReason.BLOCKED;
            case SENDER -> isTooLarge(reply) ? RefusalReason.CONTENT : RefusalReason.SENDER_OR_ROUTE;
            case RECIPIENT -> ofRecipient(reply);
            case CONTENT -> ofContent(reply);
        };
    }

    private static RefusalReason ofRecipient(Reply reply) {
        if (reply.says("1.7") || reply.says("1.8") || reply.isAbout(7) || reply.code() == 554) {
            return RefusalReason.SENDER_OR_ROUTE;
        }
        if (reply.code() == 552) {
            return reply.says("3.4") || reply.says("2.3") ? RefusalReason.CONTENT : RefusalReason.RECIPIENT_UNREACHABLE;
        }
        return reply.isAbout(5) || reply.isAbout(3) ? RefusalReason.OTHER : RefusalReason.INVALID_RECIPIENT;
    }

    private static RefusalReason ofContent(Reply reply) {
        if (isTooLarge(reply) || reply.isAbout(6)) {
            return RefusalReason.CONTENT;
        }
        if (reply.isAbout(1) || reply.says("2.1")) {
            return RefusalReason.INVALID_RECIPIENT;
        }
        var isProtocol = reply.isAbout(5) || reply.code() < 550;
        return isProtocol ? RefusalReason.OTHER : RefusalReason.BLOCKED;
    }

    private static boolean isTooLarge(Reply reply) {
        return reply.code() == 552 || reply.says("3.4") || reply.says("2.3");
    }

    private static boolean isAboutCertificate(Throwable cause) {
        return cause instanceof CertificateException || cause instanceof CertPathValidatorException;
    }
}
