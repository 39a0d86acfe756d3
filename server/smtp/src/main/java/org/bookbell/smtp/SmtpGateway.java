package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.smtp.bounce.BounceAddress;
import org.bookbell.smtp.bounce.MailboxFault;
import org.bookbell.smtp.bounce.MailboxWatch;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account on a mail server. */
final class SmtpGateway implements EmailGateway {

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(9);

    private final Account account;
    private final String name;
    private final Connections connections;
    private final LetterWriter writer;
    private final Optional<MailboxWatch> bounces;

    SmtpGateway(GatewayContext context, Account account) {
        this.account = account;
        this.name = "smtp-" + context.gateway();
        this.connections = new Connections(account, name);
        var address = account.bounces().map(mailbox -> new BounceAddress(mailbox, context.gateway()));
        this.writer = new LetterWriter(account, address, connections.session(), context.clock());
        this.bounces = account.bounces().map(mailbox -> MailboxWatch.over(mailbox, address.orElseThrow(), context));
    }

    /**
     * None: a mail server tells of failures at most, so that its silence means nothing, and offers no way to limit a
     * message's validity.
     */
    @Override
    public Set<Ability> abilities() {
        return EnumSet.noneOf(Ability.class);
    }

    @Override
    public CheckResult check() {
        try (var own = new Connections(account, name + "-check")) {
            own.abortAfter(LONGEST_CHECK);
            var connection = own.open();
            var answers = connection.answers();
            connection.close();
            if (!answers) {
                return CheckResult.fails("The mail server " + account.server() + " does not answer after the sign-in.");
            }
            return account.bounces()
                    .flatMap(mailbox -> MailboxFault.find(mailbox, own.sockets()))
                    .map(CheckResult::fails)
                    .orElseGet(() -> CheckResult.works(
                            "The mail server " + account.server() + " takes messages from this account."));
        } catch (MessagingException failure) {
            return CheckResult.fails(describe(Results.ofConnecting(failure)));
        }
    }

    @Override
    public SubmitResult submit(EmailSubmission email) throws InterruptedException {
        var to = Addresses.find(email.to());
        if (to.isEmpty()) {
            return SubmitResult.refused(
                    RefusalReason.INVALID_RECIPIENT, "address", "The address is none that SMTP can carry.");
        }
        if (connections.isClosed()) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "closed", "The account was closed.");
        }
        if (!connections.enter(TURN)) {
            return SubmitResult.refused(
                    RefusalReason.UNAVAILABLE, "busy", "All connections to the mail server are in use.");
        }
        try {
            return deliver(writer.write(email, to.get()));
        } catch (MessagingException unwritable) {
            return SubmitResult.refused(
                    RefusalReason.CONTENT, "content", "The message cannot be written as an e-mail.");
        } finally {
            connections.leave();
        }
    }

    /** A kept connection may have ended since: then, and only then, a new one is tried at once. */
    private SubmitResult deliver(Letter letter) throws InterruptedException {
        var kept = connections.takeKept();
        if (kept.isPresent()) {
            try {
                return send(letter, kept.get());
            } catch (MessagingException failure) {
                if (!hasEndedBefore(letter, failure)) {
                    return Results.ofSending(failure, letter.hasBegun());
                }
            }
        }
        var isConnected = false;
        try {
            var fresh = connections.open();
            isConnected = true;
            return send(letter, fresh);
        } catch (MessagingException failure) {
            throwIfInterrupted();
            return isConnected ? Results.ofSending(failure, letter.hasBegun()) : Results.ofConnecting(failure);
        }
    }

    private SubmitResult send(Letter letter, Connection connection) throws MessagingException, InterruptedException {
        try {
            connection.send(letter);
            connections.keep(connection);
            return SubmitResult.accepted(letter.id());
        } catch (MessagingException failure) {
            throwIfInterrupted();
            if (Reply.toMessage(failure).filter(Reply::leavesConnection).isPresent()) {
                connections.keep(connection);
            } else {
                connection.close();
            }
            throw failure;
        }
    }

    /** Whether the server had ended the connection before it said anything about {@code letter}. */
    private static boolean hasEndedBefore(Letter letter, MessagingException failure) {
        return !letter.hasBegun()
                && !Results.isTimeout(failure)
                && Reply.toMessage(failure).map(Reply::endsConnection).orElse(true);
    }

    @Override
    public void close() {
        bounces.ifPresent(MailboxWatch::stop);
        connections.close();
        bounces.ifPresent(MailboxWatch::close);
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("submission was given up");
        }
    }

    private String describe(SubmitResult result) {
        if (!(result instanceof SubmitResult.Refused refused)) {
            return "The mail server " + account.server() + " did not answer.";
        }
        return refused.reason() == RefusalReason.UNAVAILABLE
                ? account.server() + ": " + refused.detail()
                : "The mail server " + account.server() + " refused: " + refused.code() + ", " + refused.detail();
    }
}
