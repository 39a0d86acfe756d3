package org.bookbell.smtp.bounce;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bookbell.smtp.wire.Sockets;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;

/**
 * Reads new bounces from a mailbox by IMAP, over a connection for each look. A bounce is marked as seen, with a keyword of
 * ours, once its receipt is stored; everything else is left as it is, and each message is looked at once while its server
 * runs.
 */
final class Mailbox {

    /** How many messages one look examines; the others wait for the next. */
    static final int MOST = 50;

    static final String KEYWORD = "BookbellBounce";

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());
    private static final int LARGEST = 1024 * 1024;
    /** Mail servers give up after a week. */
    private static final Duration OLDEST = Duration.ofDays(14);

    private static final List<String> ADDRESSES =
            List.of("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To");

    private final MailboxAccount account;
    private final BounceAddress address;
    private final ReceiptListener receipts;
    private final Clock clock;
    private final Session session;
    private long validity;
    private long examined;

    Mailbox(MailboxAccount account, BounceAddress address, ReceiptListener receipts, Clock clock, Sockets sockets) {
        this.account = account;
        this.address = address;
        this.receipts = receipts;
        this.clock = clock;
        this.session = session(account, sockets);
    }

    private static Session session(MailboxAccount account, Sockets sockets) {
        var properties = account.wire().properties("imap", sockets);
        // to read is not to have seen
        properties.put("mail.imap.peek", "true");
        return Session.getInstance(properties);
    }

    /** Fails where {@link #look()} would. */
    static void tryOut(MailboxAccount account, Sockets sockets) throws MessagingException {
        try (var store = connect(account, session(account, sockets))) {
            open(account, store);
        }
    }

    /** Reports what is new, and answers whether there may be more. */
    boolean look() throws MessagingException, IOException {
        try (var store = connect(account, session)) {
            var folder = open(account, store);
            var fresh = listFresh(folder);
            var some = fresh.subList(0, Math.min(MOST, fresh.size()));
            fetch(folder, some);
            for (var message : some) {
                examine(message, folder);
                examined = ((UIDFolder) folder).getUID(message);
            }
            return some.size() < fresh.size();
        }
    }

    private static Store connect(MailboxAccount account, Session session) throws MessagingException {
        var store = session.getStore("imap");
        store.connect(account.host(), account.port(), account.username(), account.password());
        return store;
    }

    /** To be ended by its store: a folder that is closed by itself deletes what others marked for that. */
    private static Folder open(MailboxAccount account, Store store) throws MessagingException {
        var folder = store.getFolder(account.folder());
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    /** What nobody has seen and was not examined before, the oldest first. */
    private List<Message> listFresh(Folder folder) throws MessagingException {
        var uids = (UIDFolder) folder;
        if (uids.getUIDValidity() != validity) {
            validity = uids.getUIDValidity();
            examined = 0;
        }
        var since = Date.from(clock.instant().minus(OLDEST));
        var unseen = folder.search(new AndTerm(new SearchTerm[] {
            new FlagTerm(new Flags(Flag.SEEN), false),
            new FlagTerm(new Flags(Flag.DELETED), false),
            new ReceivedDateTerm(ComparisonTerm.GE, since)
        }));
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(unseen, profile);
        var fresh = new ArrayList<Message>();
        for (var message : unseen) {
            if (uids.getUID(message) > examined) {
                fresh.add(message);
            }
        }
        return fresh;
    }

    private static void fetch(Folder folder, List<Message> messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        ADDRESSES.forEach(profile::add);
        folder.fetch(messages.toArray(Message[]::new), profile);
    }

    private void examine(Message message, Folder folder) throws MessagingException, IOException {
        var attempt = findAttempt(message);
        if (attempt.isEmpty()) {
            return;
        }
        if (message.getSize() > LARGEST) {
            logUnreadable("it is larger than 1 MB");
            return;
        }
        var content = new ByteArrayOutputStream();
        message.writeTo(content);
        var receipt = read(attempt.get(), content.toByteArray());
        if (receipt.isPresent()) {
            receipts.receive(receipt.get());
            message.setFlags(seen(folder), true);
        }
    }

    private Optional<String> findAttempt(Message message) throws MessagingException {
        for (var name : ADDRESSES) {
            var values = message.getHeader(name);
            var found = values == null ? Optional.<String>empty() : address.findAttempt(String.join(", ", values));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Receipt> read(String attemptId, byte[] content) {
        try {
            return BounceReader.read(attemptId, new MimeMessage(session, new ByteArrayInputStream(content)));
        } catch (MessagingException | IOException unreadable) {
            logUnreadable("it is no right MIME message");
            return Optional.empty();
        }
    }

    private void logUnreadable(String why) {
        LOG.log(
                Level.WARNING,
                "A message to a bounce address in the mailbox at {0} cannot be read, and is left unread: {1}.",
                account.server(),
                why);
    }

    private static Flags seen(Folder folder) {
        var flags = new Flags(Flag.SEEN);
        var lasting = folder.getPermanentFlags();
        if (lasting != null && lasting.contains(Flag.USER)) {
            flags.add(KEYWORD);
        }
        return flags;
    }
}
