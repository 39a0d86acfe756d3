package org.bookbell.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is booked: an hour of massage, ten minutes of talk. A service says how long it takes, how early and how late it
 * can be booked, and which staff give it. One that is given no more is made inactive, never deleted: appointments still
 * tell of it. What changes about it changes what is offered of all its staff, never an appointment that stands.
 */
@Entity
@Table(name = "service")
public class Service {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private @Nullable String description;

    @Column(name = "duration_minutes")
    private int durationMinutes;

    @Column(name = "gap_minutes")
    private int gapMinutes;

    @Column(name = "step_minutes")
    private int stepMinutes;

    @Column(name = "notice_minutes")
    private int noticeMinutes;

    @Column(name = "window_days")
    private int windowDays;

    @Column(name = "price_text")
    private @Nullable String priceText;

    @Column(name = "location_id")
    private @Nullable Long locationId;

    @Column(name = "online")
    private boolean online;

    @Column(name = "active")
    private boolean active;

    @Column(name = "position")
    private int position;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "service_staff", joinColumns = @JoinColumn(name = "service_id"))
    @Column(name = "staff_id")
    private Set<Long> staffIds = new HashSet<>();

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Service() {}

    public Service(long id, long organizationId) {
        this.id = id;
        this.organizationId = organizationId;
        this.name = "";
        this.active = true;
    }

    /** Changes what clients read of it. */
    public void describe(String newName, @Nullable String newDescription, @Nullable String newPriceText) {
        name = newName;
        description = newDescription;
        priceText = newPriceText;
    }

    public void take(ServiceTimes times) {
        durationMinutes = times.durationMinutes();
        gapMinutes = times.gapMinutes();
        stepMinutes = times.stepMinutes();
        noticeMinutes = times.noticeMinutes();
        windowDays = times.windowDays();
    }

    /** Is given at a location from now on, or at none in particular. */
    public void happenAt(@Nullable Long newLocationId) {
        locationId = newLocationId;
    }

    /** Whether clients may book it themselves; the desk always may. */
    public void offerOnline(boolean offered) {
        online = offered;
    }

    public void standAt(int newPosition) {
        position = newPosition;
    }

    public void beGivenBy(Collection<Long> newStaffIds) {
        staffIds.retainAll(newStaffIds);
        staffIds.addAll(newStaffIds);
    }

    public void activate() {
        active = true;
    }

    public void deactivate() {
        active = false;
    }

    public long id() {
        return id;
    }

    public long organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Optional<String> priceText() {
        return Optional.ofNullable(priceText);
    }

    public ServiceTimes times() {
        return new ServiceTimes(durationMinutes, gapMinutes, stepMinutes, noticeMinutes, windowDays);
    }

    public OptionalLong locationId() {
        return locationId == null ? OptionalLong.empty() : OptionalLong.of(locationId);
    }

    /** Whether clients may book it themselves. */
    public boolean isOfferedOnline() {
        return online;
    }

    public boolean isActive() {
        return active;
    }

    /** Where it stands in lists that clients see, low ones first. */
    public int position() {
        return position;
    }

    /** Who gives it, inactive staff among them, by id. */
    public List<Long> staffIds() {
        return staffIds.stream().sorted().toList();
    }

    public boolean isGivenBy(long staffId) {
        return staffIds.contains(staffId);
    }

    public long version() {
        return version;
    }
}
