package org.bookbell.export.archive.file;

import static org.bookbell.export.archive.file.Column.address;
import static org.bookbell.export.archive.file.Column.choice;
import static org.bookbell.export.archive.file.Column.facts;
import static org.bookbell.export.archive.file.Column.flag;
import static org.bookbell.export.archive.file.Column.id;
import static org.bookbell.export.archive.file.Column.number;
import static org.bookbell.export.archive.file.Column.phone;
import static org.bookbell.export.archive.file.Column.text;
import static org.bookbell.export.archive.file.Column.time;
import static org.bookbell.export.archive.file.Column.word;
import static org.bookbell.export.archive.file.Column.zone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.bookbell.access.Role;
import org.bookbell.access.Secrets;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.booking.BookingSource;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.client.Channel;
import org.bookbell.client.ContactKind;
import org.bookbell.client.Phone;
import org.bookbell.client.SearchText;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.credit.AtZero;
import org.bookbell.credit.EntryKind;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedView;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.organization.LateBooking;
import org.bookbell.storage.Ids;

/**
 * The files of an archive: each once, for writing and for reading. Longer than other files, since it only declares: a table
 * after the other, none of which is read without its neighbors.
 */
public final class Tables {

    private static final int NOON = 12 * 60;
    private static final int MIDNIGHT = 24 * 60;

    public static final Table ORGANIZATION = Table.of(
                    "organization",
                    "organization",
                    id(),
                    word("slug"),
                    text("name"),
                    zone("zone"),
                    word("locale"),
                    word("country"),
                    phone("phone").optional(),
                    address("email").optional(),
                    text("sms_sender").optional(),
                    number("quiet_from_minute"),
                    number("quiet_to_minute"),
                    choice("late_booking", LateBooking.class),
                    text("consent_text"),
                    time("created_at"),
                    number("version"))
            .scopedBy("id");

    static final Table LOCATIONS = Table.of(
            "locations",
            "location",
            id(),
            text("name"),
            text("address").optional(),
            flag("at_client"),
            flag("active"),
            number("version"));

    public static final Table STAFF = Table.of(
            "staff",
            "staff",
            id(),
            text("name"),
            address("email").optional(),
            phone("mobile").optional(),
            zone("zone"),
            word("locale"),
            flag("active"),
            number("position"),
            number("version"));

    public static final Table RESOURCES =
            Table.of("resources", "resource", id(), text("name"), flag("active"), number("version"));

    private static final Table SERVICES = Table.of(
            "services",
            "service",
            id(),
            text("name"),
            text("description").optional(),
            number("duration_minutes"),
            number("gap_minutes"),
            number("step_minutes"),
            number("notice_minutes"),
            number("window_days"),
            text("price_text").optional(),
            id("location_id", "locations").optional(),
            flag("online"),
            flag("active"),
            number("position"),
            number("version"));

    private static final Table SERVICE_STAFF = Table.of(
                    "service-staff", "service_staff", id("service_id", "services"), id("staff_id", "staff"))
            .by("service_id", "staff_id")
            .inside(SERVICES, "service_id");

    private static final Table HOURS = Table.of(
                    "weekly-hours",
                    "weekly_hours",
                    id(),
                    id("staff_id", "staff"),
                    number("weekday"),
                    number("from_minute"),
                    number("to_minute"))
            .by("staff_id", "id")
            .inside(STAFF, "staff_id");

    private static final Table BLOCKS = Table.of(
                    "time-blocks",
                    "time_block",
                    id(),
                    id("calendar_id", "staff", "resources"),
                    choice("kind", BlockKind.class),
                    time("starts_at"),
                    time("ends_at"),
                    text("note").optional(),
                    number("version"))
            // those of an outside calendar come back with it
            .only("source_id IS NULL");

    private static final Table RULES = Table.of(
            "reminder-rules",
            "reminder_rule",
            id(),
            id("service_id", "services").optional(),
            choice("audience", Audience.class),
            choice("channel", Channel.class),
            word("lead_unit"),
            number("lead_amount"),
            number("lead_minute_of_day").optional(),
            flag("active"),
            number("version"));

    private static final Table TEMPLATES = Table.of(
            "message-templates",
            "message_template",
            id(),
            choice("kind", MessageKind.class),
            choice("audience", Audience.class),
            choice("channel", Channel.class),
            word("locale"),
            text("subject").optional(),
            text("body"),
            number("version"));

    public static final Table CLIENTS = Table.of(
                    "clients",
                    "client",
                    id(),
                    text("name"),
                    address("email").optional(),
                    phone("mobile").optional(),
                    phone("phone").optional(),
                    word("locale"),
                    zone("zone"),
                    text("note").optional(),
                    time("created_at"),
                    number("version"))
            .with("search_text", Tables::searchText);

    private static final Table CONSENTS = Table.of(
                    "consents",
                    "consent",
                    id(),
                    id("client_id", "clients"),
                    choice("channel", Channel.class),
                    text("wording"),
                    choice("source", ConsentSource.class),
                    time("given_at"),
                    time("withdrawn_at").optional())
            .by("client_id", "id")
            .of(CLIENTS, "client_id");

    /** Those for every organization too, where they are about one of its clients: they must be obeyed elsewhere. */
    private static final Table OPT_OUTS = Table.of(
                    "opt-outs",
                    "opt_out",
                    choice("channel", Channel.class),
                    address("address"),
                    choice("source", OptOutSource.class),
                    time("opted_out_at"))
            .by("channel", "address")
            .from("SELECT o.channel, o.address, MIN(o.source) AS source, MIN(o.opted_out_at) AS opted_out_at"
                    + " FROM opt_out o WHERE o.organization_id = %1$d OR (o.organization_id = 0 AND EXISTS"
                    + " (SELECT 1 FROM client c WHERE c.organization_id = %1$d"
                    + " AND (c.email = o.address OR c.mobile = o.address))) GROUP BY o.channel, o.address");

    private static final Table FAILING = Table.of(
                    "failing-addresses",
                    "failing_number",
                    address("address"),
                    time("failing_since"),
                    word("reason_code"),
                    time("noted_at"))
            .by("address");

    private static final Table CHOICES = Table.of(
                    "contact-choices",
                    "contact_choice",
                    choice("recipient_kind", ContactKind.class),
                    id("recipient_id", "clients", "staff"),
                    word("message_kind"),
                    choice("channel", Channel.class),
                    flag("wanted"),
                    number("hours_before").optional())
            .by("recipient_kind", "recipient_id", "message_kind", "channel");

    private static final Table CHOOSERS = Table.of(
                    "contact-choosers",
                    "contact_choices",
                    choice("recipient_kind", ContactKind.class),
                    id("recipient_id", "clients", "staff"),
                    number("version"))
            .by("recipient_kind", "recipient_id");

    /** Without their secrets: each gets one that nobody knows, until a member makes the next. Revoked ones have ended. */
    public static final Table FEEDS = Table.of(
                    "feeds",
                    "feed",
                    id(),
                    choice("kind", FeedKind.class),
                    id("subject_id"),
                    choice("detail", Detail.class),
                    flag("alarms"),
                    number("days_back").between(0, FeedView.MOST_DAYS_BACK),
                    number("days_ahead").between(1, FeedView.MOST_DAYS_AHEAD),
                    time("created_at"),
                    number("version"))
            .only("revoked_at IS NULL")
            .with("token_hash", line -> Secrets.hash(Secrets.token()))
            .stamped("changed_at");

    private static final Table AGENDA = Table.of(
                    "agenda-settings",
                    "agenda_settings",
                    number("evening_minute").between(NOON, MIDNIGHT - 1).optional(),
                    number("morning_minute").between(0, NOON - 1).optional(),
                    number("days_ahead").between(1, AgendaSettings.MOST_DAYS),
                    flag("to_staff"),
                    text("addresses"),
                    number("version"))
            .by("version")
            .with("look_at", Tables::firstLook)
            .stamped("not_before");

    public static final Table APPOINTMENTS = Table.of(
                    "appointments",
                    "appointment",
                    id(),
                    id("service_id", "services"),
                    id("staff_id", "staff"),
                    id("client_id", "clients").optional(),
                    choice("status", AppointmentStatus.class).but(AppointmentStatus.HELD),
                    time("starts_at"),
                    time("ends_at"),
                    number("gap_minutes"),
                    zone("zone"),
                    text("note").optional(),
                    choice("source", BookingSource.class),
                    number("occurrence"),
                    number("token_version"),
                    text("ended_reason").optional(),
                    time("created_at"),
                    time("changed_at"),
                    number("version"))
            .only("status <> 'HELD'");

    public static final Table MESSAGES = Table.of(
                    "messages",
                    "message",
                    id(),
                    id("appointment_id", "appointments").optional(),
                    number("occurrence"),
                    id("rule_id"),
                    choice("kind", MessageKind.class),
                    choice("channel", Channel.class),
                    choice("recipient_kind", Audience.class),
                    id("recipient_id"),
                    address("address").optional(),
                    time("appointment_start").optional(),
                    time("due_at"),
                    time("useful_until"),
                    time("try_at"),
                    choice("state", MessageState.class),
                    time("state_at"),
                    word("reason_code").optional(),
                    text("reason").optional(),
                    facts("facts"),
                    number("attempts"),
                    word("gateway").optional(),
                    word("billed_state").optional(),
                    time("created_at"))
            .with("revision", line -> 0);

    private static final Table EVENTS = Table.of(
                    "message-events",
                    "message_event",
                    id(),
                    id("message_id", "messages"),
                    choice("state", MessageState.class),
                    time("happened_at"),
                    id("attempt_id", "attempts").optional(),
                    text("detail").optional())
            .by("message_id", "id")
            .inside(MESSAGES, "message_id");

    private static final Table ATTEMPTS = Table.of(
                    "attempts",
                    "attempt",
                    id(),
                    id("message_id", "messages"),
                    number("attempt_no"),
                    word("gateway"),
                    choice("state", MessageState.class),
                    time("submitted_at"),
                    time("answered_at").optional(),
                    text("provider_message_id").optional(),
                    number("segments").optional(),
                    text("code").optional(),
                    text("detail").optional(),
                    word("destination").optional(),
                    time("settled_at").optional(),
                    word("reason").optional())
            .by("message_id", "id")
            .inside(MESSAGES, "message_id")
            // this server's gateways are not judged by what another server's did
            .with("judged", line -> true);

    private static final Table CALLS = Table.of(
                    "call-list",
                    "call_list",
                    id(),
                    id("message_id", "messages"),
                    word("reason_code"),
                    text("reason"),
                    time("appointment_start").optional(),
                    time("created_at"),
                    time("handled_at").optional(),
                    text("handled_note").optional(),
                    time("alerted_at").optional())
            .by("message_id", "id")
            .of(MESSAGES, "message_id");

    private static final Table CALL_SETTINGS = Table.of(
                    "call-settings",
                    "call_settings",
                    word("unknown_policy").optional(),
                    text("alert_addresses"),
                    number("version"))
            .by("version");

    private static final Table REPLIES = Table.of(
                    "replies",
                    "reply",
                    id(),
                    word("gateway"),
                    address("address"),
                    address("sender").optional(),
                    text("body"),
                    text("provider_message_id").optional(),
                    time("occurred_at").optional(),
                    time("received_at"),
                    time("handled_at").optional(),
                    word("meaning").optional(),
                    word("outcome").optional(),
                    time("answered_at").optional(),
                    id("message_id", "messages").optional(),
                    id("client_id", "clients").optional())
            .with("fingerprint", line -> fingerprint(line.id("id")))
            .with("raw", line -> "");

    static final Table CREDIT_ACCOUNT = Table.of(
                    "credit-account",
                    "credit_account",
                    number("balance"),
                    number("reserved"),
                    number("entries"),
                    choice("at_zero", AtZero.class),
                    number("low_below").optional(),
                    flag("is_low"),
                    time("crossed_at").optional())
            .by("entries");

    private static final Table CREDIT_ENTRIES = Table.of(
                    "credit-entries",
                    "credit_entry",
                    number("entry_no"),
                    choice("kind", EntryKind.class),
                    number("amount"),
                    number("balance"),
                    id("message_id").optional(),
                    number("reservation").optional(),
                    id("attempt_id").optional(),
                    number("segments").optional(),
                    id("window_id").optional(),
                    text("reference").optional(),
                    time("created_at"))
            .by("entry_no");

    private static final Table CREDIT_BILLS = Table.of(
                    "credit-bills",
                    "credit_bill",
                    id("message_id", "messages"),
                    number("price"),
                    number("reserved"),
                    number("reservations"),
                    number("charged"),
                    id("attempt_id", "attempts").optional(),
                    word("gateway").optional(),
                    time("submitted_at").optional())
            .by("message_id")
            .of(MESSAGES, "message_id");

    /** Without their passwords, by which they would sign in to other organizations too. */
    public static final Table MEMBERS = Table.of(
                    "members",
                    "membership",
                    address("email"),
                    text("name"),
                    choice("member_role", Role.class),
                    id("staff_id", "staff").optional())
            .by("email")
            .from("SELECT m.email, m.name, s.member_role, s.staff_id FROM membership s JOIN member m"
                    + " ON m.id = s.member_id WHERE s.organization_id = %1$d AND m.disabled_at IS NULL");

    /** What stands in organization.json. */
    public static final List<Table> IN_JSON = List.of(ORGANIZATION, LOCATIONS);

    /** What has a file of its own, each after whatever it refers to: so they are brought in. */
    public static final List<Table> IN_CSV = List.of(
            STAFF,
            RESOURCES,
            SERVICES,
            SERVICE_STAFF,
            HOURS,
            BLOCKS,
            RULES,
            TEMPLATES,
            CLIENTS,
            CONSENTS,
            OPT_OUTS,
            FAILING,
            CHOICES,
            CHOOSERS,
            FEEDS,
            AGENDA,
            APPOINTMENTS,
            MESSAGES,
            ATTEMPTS,
            EVENTS,
            CALL_SETTINGS,
            CALLS,
            REPLIES,
            CREDIT_ACCOUNT,
            CREDIT_ENTRIES,
            CREDIT_BILLS,
            MEMBERS);

    private Tables() {}

    private static String searchText(Line client) {
        var phones = List.of("mobile", "phone").stream()
                .flatMap(column -> client.findText(column).stream())
                .map(Phone::new)
                .toList();
        return SearchText.of(client.text("name"), client.findText("email").orElse(null), phones);
    }

    /** At once, or never where none is wanted. */
    private static Instant firstLook(Line agenda) {
        var isWanted = agenda.value("evening_minute") != null || agenda.value("morning_minute") != null;
        return isWanted ? Instant.EPOCH : Agendas.NEVER;
    }

    /** Of no reply that a gateway will ever hand over. */
    private static byte[] fingerprint(long replyId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("archived " + Ids.text(replyId)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
