package org.bookbell.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: a business, a school. It is founded by the operator with a slug that stays for good, since addresses
 * printed on cards carry it; everything else its owners change by {@link OrganizationSettings}. Nothing that belongs to
 * one organization is ever seen by another.
 */
@Entity
@Table(name = "organization")
public class Organization {

    private static final int NINE_IN_THE_EVENING = 21 * 60;
    private static final int EIGHT_IN_THE_MORNING = 8 * 60;
    private static final String CONSENT_TEXT =
            "I agree to receive text messages about my appointments. I can stop them at any time.";

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "zone")
    private String zone;

    @Column(name = "locale")
    private String locale;

    @Column(name = "country")
    private String country;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "sms_sender")
    private @Nullable String smsSender;

    @Column(name = "quiet_from_minute")
    private int quietFromMinute;

    @Column(name = "quiet_to_minute")
    private int quietToMinute;

    @Enumerated(EnumType.STRING)
    @Column(name = "late_booking")
    private LateBooking lateBooking;

    @Column(name = "consent_text")
    private String consentText;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    Organization(long id, NewOrganization founded, Instant createdAt) {
        this.id = id;
        this.slug = founded.slug().strip();
        this.name = founded.name().strip();
        this.zone = founded.zone().strip();
        this.locale = founded.locale().strip();
        this.country = founded.country().strip();
        this.phone = phone(founded.phone());
        this.email = email(founded.email());
        this.quietFromMinute = NINE_IN_THE_EVENING;
        this.quietToMinute = EIGHT_IN_THE_MORNING;
        this.lateBooking = LateBooking.NEXT_SHORTER;
        this.consentText = CONSENT_TEXT;
        this.createdAt = createdAt;
    }

    /** Takes over what {@code change} says, which was checked. */
    void adopt(OrganizationChange change) {
        name = text(change.name(), name);
        zone = text(change.zone(), zone);
        locale = text(change.locale(), locale);
        country = text(change.country(), country);
        phone = change.phone() == null ? phone : phone(change.phone());
        email = change.email() == null ? email : email(change.email());
        smsSender = change.smsSender() == null ? smsSender : blankToNull(change.smsSender());
        quietFromMinute = change.quietFromMinute() == null ? quietFromMinute : change.quietFromMinute();
        quietToMinute = change.quietToMinute() == null ? quietToMinute : change.quietToMinute();
        lateBooking = change.lateBooking() == null ? lateBooking : change.lateBooking();
        consentText = text(change.consentText(), consentText);
    }

    public long id() {
        return id;
    }

    /** Its name in addresses: lower-case letters, digits and hyphens. */
    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    /** The ISO 3166 code of the country in which phone numbers without a prefix are dialed. */
    public String country() {
        return country;
    }

    /** In E.164. */
    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** What handsets show as the sender of an SMS, where the gateway and the country allow a choice. */
    public Optional<String> smsSender() {
        return Optional.ofNullable(smsSender);
    }

    /** The local minute of the day at which reminders begin to rest; equal to the other where they never rest. */
    public int quietFromMinute() {
        return quietFromMinute;
    }

    /** The local minute of the day at which reminders may go out again. */
    public int quietToMinute() {
        return quietToMinute;
    }

    public LateBooking lateBooking() {
        return lateBooking;
    }

    /** What a client agrees to who wants SMS. */
    public String consentText() {
        return consentText;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    private @Nullable String phone(@Nullable String text) {
        return text == null ? null : ContactSyntax.findE164(text, country).orElse(null);
    }

    private static @Nullable String email(@Nullable String text) {
        return text == null ? null : ContactSyntax.findEmail(text).orElse(null);
    }

    private static String text(@Nullable String changed, String kept) {
        return changed == null ? kept : changed.strip();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
