package org.bookbell.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is booked: a teacher, a therapist. A staff member joins with a calendar of the same id, gets weekly hours
 * in the own time zone and services to give. Who leaves is made inactive, never deleted: appointments, past and future,
 * still tell of them, but nothing more is offered. Everything about a staff member that decides about slots, the weekly
 * hours among it, raises {@link #version()}.
 */
@Entity
@Table(name = "staff")
public class Staff {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "name")
    private String name;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "mobile")
    private @Nullable String mobile;

    @Column(name = "zone")
    private String zone;

    @Column(name = "locale")
    private String locale;

    @Column(name = "active")
    private boolean active;

    @Column(name = "position")
    private int position;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Staff() {}

    public Staff(long id, long organizationId) {
        this.id = id;
        this.organizationId = organizationId;
        this.active = true;
        this.name = "";
        this.zone = "UTC";
        this.locale = "en";
    }

    public void rename(String newName) {
        name = newName;
    }

    /** Takes an e-mail address in its one spelling and a mobile number in E.164; null for none. */
    public void reachAt(@Nullable String newEmail, @Nullable String newMobile) {
        email = newEmail;
        mobile = newMobile;
    }

    /** Moves the weekly hours, which keep their local times, to another zone. */
    public void workIn(ZoneId newZone) {
        zone = newZone.getId();
    }

    public void speak(Locale newLocale) {
        locale = newLocale.toLanguageTag();
    }

    public void standAt(int newPosition) {
        position = newPosition;
    }

    public void activate() {
        active = true;
    }

    public void deactivate() {
        active = false;
    }

    /** Also the id of the calendar. */
    public long id() {
        return id;
    }

    public long organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** In E.164. */
    public Optional<String> mobile() {
        return Optional.ofNullable(mobile);
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public boolean isActive() {
        return active;
    }

    /** Where it stands in lists that clients see, low ones first. */
    public int position() {
        return position;
    }

    public long version() {
        return version;
    }
}
