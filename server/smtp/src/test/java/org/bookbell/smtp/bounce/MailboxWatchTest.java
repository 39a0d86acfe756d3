package org.bookbell.smtp.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bookbell.smtp.bounce.Bounces.ADDRESS;
import static org.bookbell.smtp.bounce.Bounces.ATTEMPT;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.smtp.wire.Sockets;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try")
class MailboxWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(50);

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Storage storage = new Storage();
    private GreenMailUser user;

    /** Keeps receipts, unless its database is gone. */
    private static final class Storage implements ReceiptListener {

        private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public void receive(Receipt receipt) {
            asked.set(true);
            if (gone.get()) {
                throw new IllegalStateException("no database");
            }
            receipts.add(receipt);
        }

        @Override
        public void receiveReply(Reply reply) {
            throw new IllegalStateException("a mailbox for bounces brings no replies");
        }

        List<String> said() {
            return receipts.stream()
                    .map(receipt -> receipt.attemptId().orElseThrow() + " " + receipt.state())
                    .toList();
        }
    }

    @BeforeEach
    void start() {
        greenMail.start();
        user = greenMail.setUser("bounces@practice.example", "bounces@practice.example", "hunter2");
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void bounces_are_reported_and_marked_and_all_else_is_left_alone() throws Exception {
        append(Bounces.sample("person", ATTEMPT));
        append(Bounces.sample("vacation", ATTEMPT));
        append(Bounces.sample("exim-unknown-user", ATTEMPT));
        append(Bounces.message(Bounces.text("qmail").replace("ADDRESS", "bounces@practice.example")));
        append(Bounces.sample("postfix-delayed", "0BBBBBBBBBBBB"));

        try (var watch = watch()) {
            await().until(() -> storage.receipts.size() == 2);
            await().until(() -> seen().equals(List.of(false, false, true, false, true)));
        }

        assertThat(storage.said()).containsExactly(ATTEMPT + " UNDELIVERED", "0BBBBBBBBBBBB BUFFERED");
        var marked = inbox().getMessages().get(2).getFlags();
        assertThat(marked.contains(Flag.DELETED)).isFalse();
        assertThat(inbox().getMessageCount()).isEqualTo(5);
    }

    @Test
    void a_forged_bounce_is_left_unread() throws Exception {
        var forged = ADDRESS.of(ATTEMPT).replace("0aaaaaaaaaaaa", "0aaaaaaaaaaab");
        append(Bounces.message(Bounces.text("exim-unknown-user").replace("ADDRESS", forged)));
        append(Bounces.sample("exim-mailbox-full", ATTEMPT));

        try (var watch = watch()) {
            await().until(() -> seen().equals(List.of(false, true)));
        }

        assertThat(storage.said()).containsExactly(ATTEMPT + " UNDELIVERED");
    }

    @Test
    void what_came_while_nobody_looked_and_what_comes_later_is_read_once() throws Exception {
        append(Bounces.sample("postfix-delayed", ATTEMPT));
        try (var watch = watch()) {
            await().until(() -> storage.receipts.size() == 1);
            append(Bounces.sample("postfix-expired", ATTEMPT));
            await().until(() -> storage.receipts.size() == 2);
        }
        try (var watch = watch()) {
            append(Bounces.sample("exim-mailbox-full", "0CCCCCCCCCCCC"));
            await().until(() -> storage.receipts.size() == 3);
        }

        assertThat(storage.said())
                .containsExactly(ATTEMPT + " BUFFERED", ATTEMPT + " UNDELIVERED", "0CCCCCCCCCCCC UNDELIVERED");
    }

    @Test
    void a_bounce_that_cannot_be_stored_is_read_again() throws Exception {
        storage.gone.set(true);
        append(Bounces.sample("exim-mailbox-full", ATTEMPT));

        try (var watch = watch()) {
            await().until(storage.asked::get);
            assertThat(seen()).containsExactly(false);
            storage.gone.set(false);
            await().until(() -> seen().equals(List.of(true)));
        }

        assertThat(storage.said()).containsExactly(ATTEMPT + " UNDELIVERED");
    }

    @Test
    void what_is_too_large_is_left_unread_and_holds_up_nothing() throws Exception {
        var large = Bounces.text("exim-mailbox-full").replace("ADDRESS", ADDRESS.of(ATTEMPT))
                + "x".repeat(70).concat("\n").repeat(16_000);
        append(Bounces.message(large));
        append(Bounces.sample("exim-mailbox-full", "0BBBBBBBBBBBB"));

        try (var watch = watch()) {
            await().until(() -> seen().equals(List.of(false, true)));
        }

        assertThat(storage.said()).containsExactly("0BBBBBBBBBBBB UNDELIVERED");
    }

    @Test
    void more_than_one_look_takes_is_read_too() throws Exception {
        for (var i = 0; i < Mailbox.MOST + 3; i++) {
            append(Bounces.sample("qmail", "0%012d".formatted(i)));
        }

        try (var watch = watch()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> storage.receipts.size() == Mailbox.MOST + 3);
        }

        assertThat(storage.said()).doesNotHaveDuplicates();
    }

    @Test
    void a_mailbox_that_comes_back_is_read_again() throws Exception {
        append(Bounces.sample("exim-mailbox-full", ATTEMPT));
        var setup = greenMail.getImap().getServerSetup();
        var port = greenMail.getImap().getPort();
        greenMail.stop();

        var later = new GreenMail(new ServerSetup(port, "127.0.0.1", setup.getProtocol()));
        try (var watch = watch(port)) {
            later.start();
            user = later.setUser("bounces@practice.example", "bounces@practice.example", "hunter2");
            later.getManagers()
                    .getImapHostManager()
                    .getInbox(user)
                    .appendMessage(Bounces.sample("exim-mailbox-full", ATTEMPT), new Flags(), new Date());

            await().atMost(Duration.ofSeconds(20)).until(() -> storage.receipts.size() == 1);
        } finally {
            later.stop();
        }
    }

    @Test
    void a_watch_ends_at_once() {
        var watch = watch();
        var begun = System.nanoTime();

        watch.close();
        watch.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("bounces-mail");
    }

    @Test
    void a_check_says_what_is_wrong_with_the_mailbox() {
        var right = Bounces.account(greenMail.getImap().getPort());

        assertThat(MailboxFault.find(right, new Sockets())).isEmpty();
        assertThat(MailboxFault.find(with(right, "wrong", "INBOX"), new Sockets()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("refuses the sign-in"));
        assertThat(MailboxFault.find(with(right, "hunter2", "Bounces"), new Sockets()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("no folder Bounces"));
    }

    private static MailboxAccount with(MailboxAccount account, String password, String folder) {
        return new MailboxAccount(
                account.address(),
                account.host(),
                account.port(),
                account.wire(),
                account.username(),
                password,
                folder);
    }

    private MailboxWatch watch() {
        return watch(greenMail.getImap().getPort());
    }

    private MailboxWatch watch(int port) {
        var context = new GatewayContext("mail", Settings.of(Map.of()), Clock.systemUTC(), storage);
        return MailboxWatch.over(Bounces.account(port), ADDRESS, context, OFTEN);
    }

    private void append(MimeMessage message) throws Exception {
        inbox().appendMessage(message, new Flags(), new Date());
    }

    private MailFolder inbox() throws Exception {
        return greenMail.getManagers().getImapHostManager().getInbox(user);
    }

    private List<Boolean> seen() throws Exception {
        return inbox().getMessages().stream()
                .map(message -> message.getFlags().contains(Flag.SEEN))
                .toList();
    }
}
