package org.bookbell.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.message.Audience;
import org.bookbell.problem.ProblemException;

/** All appointments. */
@Dependent
public class Appointments {

    private static final List<AppointmentStatus> LIVE = List.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED);

    private final EntityManager entities;

    @Inject
    public Appointments(EntityManager entities) {
        this.entities = entities;
    }

    /** The appointment of {@code organizationId} with {@code id}; refuses what is not there. */
    public Appointment get(long organizationId, long id) {
        return find(id).filter(found -> found.organizationId() == organizationId)
                .orElseThrow(() -> ProblemException.notFound("appointment"));
    }

    public Optional<Appointment> find(long id) {
        return Optional.ofNullable(entities.find(Appointment.class, id));
    }

    public void add(Appointment appointment) {
        entities.persist(appointment);
    }

    public void remove(Appointment appointment) {
        entities.remove(appointment);
    }

    /** Holds whose time ran out, the oldest first. */
    public List<Appointment> listEndedHolds(Instant now, int limit) {
        return entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.heldUntil <= :now AND a.status = :held ORDER BY a.heldUntil",
                        Appointment.class)
                .setParameter("now", now)
                .setParameter("held", AppointmentStatus.HELD)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Those that {@code filter} wants, holds excepted, by start.
     *
     * @param after where to go on
     * @param limit how many at most
     */
    public List<Appointment> list(
            long organizationId, AppointmentFilter filter, Optional<AppointmentCursor> after, int limit) {
        var query = entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.organizationId = :organization AND a.startsAt >= :from"
                                + " AND a.startsAt < :to AND a.status <> :held"
                                + (filter.staffId() == null ? "" : " AND a.staffId = :staff")
                                + (filter.clientId() == null ? "" : " AND a.clientId = :client")
                                + (after.isEmpty()
                                        ? ""
                                        : " AND a.startsAt >= :start AND (a.startsAt > :start OR a.id > :after)")
                                + " ORDER BY a.startsAt, a.id",
                        Appointment.class)
                .setParameter("organization", organizationId)
                .setParameter("from", filter.from())
                .setParameter("to", filter.to())
                .setParameter("held", AppointmentStatus.HELD)
                .setMaxResults(limit);
        Optional.ofNullable(filter.staffId()).ifPresent(staff -> query.setParameter("staff", staff));
        Optional.ofNullable(filter.clientId()).ifPresent(client -> query.setParameter("client", client));
        after.ifPresent(last -> query.setParameter("start", last.start()).setParameter("after", last.id()));
        return query.getResultList();
    }

    /** Live ones that start after an instant, by ascending id from {@code afterId} on. */
    public List<Appointment> listLive(long organizationId, Instant startingAfter, long afterId, int limit) {
        return entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.organizationId = :organization AND a.startsAt > :start"
                                + " AND a.id > :after AND a.status IN :live ORDER BY a.id",
                        Appointment.class)
                .setParameter("organization", organizationId)
                .setParameter("start", startingAfter)
                .setParameter("after", afterId)
                .setParameter("live", LIVE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Live ones of a client or a staff member that start after an instant, by ascending id. */
    public List<Appointment> listLiveOf(
            long organizationId, Audience whose, long recipientId, Instant startingAfter, int limit) {
        var column = whose == Audience.CLIENT ? "clientId" : "staffId";
        return entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.organizationId = :organization AND a." + column
                                + " = :recipient AND a.startsAt > :start AND a.status IN :live ORDER BY a.id",
                        Appointment.class)
                .setParameter("organization", organizationId)
                .setParameter("recipient", recipientId)
                .setParameter("start", startingAfter)
                .setParameter("live", LIVE)
                .setMaxResults(limit)
                .getResultList();
    }
}
