package org.bookbell.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.organization.Organization;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who books at one organization; who books at two is a client of each. The file begins with the first
 * booking or at the desk and may lack any address: messages that cannot be sent then end on the call list. Names and
 * addresses change by {@link ClientFile}; consents and opt-outs are kept apart, since they outlive a change of address.
 */
@Entity
@Table(name = "client")
public class Client {

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

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "locale")
    private String locale;

    @Column(name = "zone")
    private String zone;

    @Column(name = "note")
    private @Nullable String note;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    @SuppressWarnings("NullAway.Init") // adopt fills the rest
    Client(long id, Organization organization, ClientDetails details, Instant createdAt) {
        this.id = id;
        this.organizationId = organization.id();
        this.createdAt = createdAt;
        adopt(details, organization);
    }

    /** Takes over {@code details}, which were checked; what they leave out is the organization's. */
    final void adopt(ClientDetails details, Organization organization) {
        name = details.name().strip();
        email = details.findEmail().map(Email::address).orElse(null);
        mobile = details.findMobile(organization.country()).map(Phone::e164).orElse(null);
        phone = details.findPhone(organization.country()).map(Phone::e164).orElse(null);
        locale = details.findLocale().orElse(organization.locale()).toLanguageTag();
        zone = details.findZone().orElse(organization.zone()).getId();
        note = details.findNote().orElse(null);
        searchText = SearchText.of(
                name, email, Stream.concat(mobile().stream(), phone().stream()).toList());
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

    public Optional<Email> email() {
        return Optional.ofNullable(email).map(Email::new);
    }

    /** The number that takes SMS. */
    public Optional<Phone> mobile() {
        return Optional.ofNullable(mobile).map(Phone::new);
    }

    /** A number to ring, where it is another one. */
    public Optional<Phone> phone() {
        return Optional.ofNullable(phone).map(Phone::new);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** What the organization wrote about the client; clients do not see it. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
