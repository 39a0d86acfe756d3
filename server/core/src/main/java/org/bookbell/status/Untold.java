package org.bookbell.status;

/**
 * One who has not been told yet that an incident began, or that it is over.
 *
 * @param organizationId whose organizers; 0 for the operators
 * @param affected how many of their messages it concerns
 * @param isOwn whether the gateway is an organization's own
 */
record Untold(Incident incident, long organizationId, int affected, boolean isOver, boolean isOwn) {

    private static final long SERVER = 0;

    boolean isForOperators() {
        return organizationId == SERVER;
    }

    /** Whether an e-mail says it: that none can be sent, none can say. */
    boolean isSaid() {
        return isOver || incident.kind() != Incident.Kind.EMAIL;
    }

    String table() {
        return isForOperators() ? "incident" : "incident_organization";
    }

    String key() {
        return isForOperators() ? "id = ?" : "incident_id = ? AND organization_id = ?";
    }

    Object[] keyValues() {
        return isForOperators() ? new Object[] {incident.id()} : new Object[] {incident.id(), organizationId};
    }

    String column() {
        return isOver ? "closed_told_at" : "opened_told_at";
    }
}
