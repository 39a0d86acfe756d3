package org.bookbell.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A room or a piece of equipment, with a calendar of the same id. One that is gone is made inactive, never deleted. */
@Entity
@Table(name = "resource")
public class Resource {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "name")
    private String name;

    @Column(name = "active")
    private boolean active;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Resource() {}

    public Resource(long id, long organizationId, String name) {
        this.id = id;
        this.organizationId = organizationId;
        this.name = name;
        this.active = true;
    }

    public void rename(String newName) {
        name = newName;
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

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version;
    }
}
