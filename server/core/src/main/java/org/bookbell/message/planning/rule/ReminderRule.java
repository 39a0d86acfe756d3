package org.bookbell.message.planning.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.timing.Lead;
import org.jspecify.annotations.Nullable;

/**
 * One reminder that an organization wants sent before its appointments: to whom, over which channel, how long before. A
 * service may have rules of its own; for their audience they replace the organization's, also while they are inactive.
 */
@Entity
@Table(name = "reminder_rule")
public class ReminderRule {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "service_id")
    private @Nullable Long serviceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "audience")
    private Audience audience;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "lead_unit")
    private LeadUnit leadUnit;

    @Column(name = "lead_amount")
    private int leadAmount;

    @Column(name = "lead_minute_of_day")
    private @Nullable Integer leadMinuteOfDay;

    @Column(name = "active")
    private boolean active;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ReminderRule() {}

    @SuppressWarnings("NullAway.Init") // adopt fills the rest
    public ReminderRule(long id, long organizationId, RuleDraft draft) {
        this.id = id;
        this.organizationId = organizationId;
        adopt(draft);
    }

    /** Takes over {@code draft}, which was checked. */
    public final void adopt(RuleDraft draft) {
        serviceId = draft.serviceId();
        audience = draft.audience();
        channel = draft.channel();
        leadUnit = draft.unit();
        leadAmount = draft.amount();
        leadMinuteOfDay = draft.time() == null ? null : draft.time().toSecondOfDay() / 60;
        active = draft.isActive();
    }

    public long id() {
        return id;
    }

    public long organizationId() {
        return organizationId;
    }

    /** The service whose appointments it is for; empty for all that have no rules of their own. */
    public Optional<Long> serviceId() {
        return Optional.ofNullable(serviceId);
    }

    public Audience audience() {
        return audience;
    }

    public Channel channel() {
        return channel;
    }

    public LeadUnit leadUnit() {
        return leadUnit;
    }

    public int leadAmount() {
        return leadAmount;
    }

    /** The time on the recipient's wall, for a lead in days. */
    public Optional<LocalTime> leadTime() {
        return Optional.ofNullable(leadMinuteOfDay).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }

    public Lead lead() {
        return draft().lead();
    }

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version;
    }

    RuleDraft draft() {
        return new RuleDraft(
                serviceId, audience, channel, leadUnit, leadAmount, leadTime().orElse(null), active);
    }
}
