package org.bookbell.dispatch.reply;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings a reply to a person: the staff member of the appointment, else the organizers. Five an hour from one address are
 * enough for anybody; the others wait among the organization's replies.
 */
@Dependent
class StaffMail {

    private static final int MOST_AN_HOUR = 5;
    private static final int MOST_ORGANIZERS = 5;
    private static final int LONGEST_SUBJECT = 150;

    private final Sql sql;
    private final Alerts alerts;
    private final Addressees addressees;
    private final String publicUrl;

    @Inject
    StaffMail(
            Sql sql,
            Alerts alerts,
            Addressees addressees,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.alerts = alerts;
        this.addressees = addressees;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** Tells what the client asks for or says; answers whether anybody was told. */
    boolean tell(StoredReply reply, Answered message, Meaning meaning, Instant now) {
        if (reply.text().isBlank() || isTooMuch(reply, now)) {
            return false;
        }
        var readers = staff(message)
                .map(List::of)
                .orElseGet(() -> addressees.listOrganizers(message.house().id()).stream()
                        .limit(MOST_ORGANIZERS)
                        .toList());
        readers.forEach(reader -> tell(reader, reply, message, meaning == Meaning.CHANGE ? "change" : "words"));
        return !readers.isEmpty();
    }

    private void tell(Recipient reader, StoredReply reply, Answered message, String name) {
        var values = Map.of(
                "client", message.facts().to().name(),
                "phone", reply.from(),
                "text", reply.text(),
                "about", about(message, reader.locale()));
        var texts = ReplyTexts.in(reader.locale());
        var subject = texts.fill(name + ".subject", values);
        alerts.mail(
                Actor.system(),
                message.house().id(),
                reader,
                subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT),
                texts.fill(name + ".body", values));
    }

    private String about(Answered message, Locale locale) {
        var told = message.facts().appointment();
        return told == null
                ? ""
                : ReplyTexts.in(locale)
                        .fill(
                                "about",
                                Map.of(
                                        "service", told.visit().service(),
                                        "time", time(told, locale),
                                        "link", link(message)));
    }

    private static String time(MessageFacts.Told told, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(told.start().atZone(told.zone()));
    }

    private String link(Answered message) {
        return message.appointmentId()
                .map(id -> publicUrl + "/o/" + message.house().slug() + "/appointments/" + Ids.text(id))
                .orElse("");
    }

    private boolean isTooMuch(StoredReply reply, Instant now) {
        return sql.count(
                        "SELECT COUNT(*) FROM reply WHERE address = ? AND received_at > ? AND outcome = ?",
                        reply.from(),
                        now.minus(Duration.ofHours(1)),
                        Outcome.TOLD)
                >= MOST_AN_HOUR;
    }

    /** Who is told of the appointment by e-mail, as the ledger knows them. */
    private Optional<Recipient> staff(Answered message) {
        return message.appointmentId()
                .flatMap(id -> sql.find(
                        "SELECT recipient_id, address, facts FROM message WHERE appointment_id = ?"
                                + " AND recipient_kind = 'STAFF' AND channel = 'EMAIL' AND address IS NOT NULL"
                                + " ORDER BY id DESC LIMIT 1",
                        StaffMail::staff,
                        id));
    }

    private static Recipient staff(Row row) throws SQLException {
        var to = MessageFacts.parse(row.getText("facts")).to();
        return new Recipient(
                Audience.STAFF,
                row.getLong("recipient_id"),
                to.name(),
                to.locale(),
                to.zone(),
                row.getText("address"),
                null);
    }
}
