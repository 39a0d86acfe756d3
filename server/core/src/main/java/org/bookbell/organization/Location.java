package org.bookbell.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a service happens: a fixed place, or at the client's, whose address then goes into messages and feeds. A
 * location that closed stays, since past appointments tell of it.
 */
@Entity
@Table(name = "location")
public class Location {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "name")
    private String name;

    @Column(name = "address")
    private @Nullable String address;

    @Column(name = "at_client")
    private boolean atClient;

    @Column(name = "active")
    private boolean active;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Location() {}

    Location(long id, long organizationId, LocationDetails details) {
        this.id = id;
        this.organizationId = organizationId;
        this.active = true;
        this.name = details.name().strip();
        this.address = details.addressOrNull();
        this.atClient = details.atClient();
    }

    void adopt(LocationDetails details) {
        name = details.name().strip();
        address = details.addressOrNull();
        atClient = details.atClient();
    }

    void close() {
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

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** Whether the staff goes to the client. */
    public boolean isAtClient() {
        return atClient;
    }

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version;
    }
}
