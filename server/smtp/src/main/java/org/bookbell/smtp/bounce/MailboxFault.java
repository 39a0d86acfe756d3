package org.bookbell.smtp.bounce;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.bookbell.smtp.wire.Sockets;
import org.bookbell.smtp.wire.Trouble;

/** Why a mailbox cannot be read, in words for an operator; a server's own words may name people and are not shown. */
public final class MailboxFault {

    private MailboxFault() {}

    /** What keeps the mailbox from being read now; empty if nothing does. */
    public static Optional<String> find(MailboxAccount account, Sockets sockets) {
        try {
            Mailbox.tryOut(account, sockets);
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(describe(account, failure));
        }
    }

    static String describe(MailboxAccount account, Exception failure) {
        return "The mailbox for bounces at " + account.server() + " cannot be read: " + why(account, failure);
    }

    private static String why(MailboxAccount account, Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "it refuses the sign-in.";
        }
        if (failure instanceof FolderNotFoundException) {
            return "it has no folder " + account.folder() + ".";
        }
        if (failure instanceof ReadOnlyFolderException) {
            return "messages in " + account.folder() + " cannot be marked.";
        }
        var deepest = Trouble.deepest(failure);
        return deepest instanceof SSLException
                        || String.valueOf(deepest.getMessage()).contains("STARTTLS")
                ? "it does not speak TLS as the security setting asks, or its certificate is not trusted."
                : Trouble.inWords(failure);
    }
}
