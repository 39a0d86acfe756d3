package org.bookbell.access;

/** What a member is in an organization, the mightiest first: each may what those after it may. */
public enum Role {
    OWNER,
    MANAGER,
    STAFF,
    READER;

    public boolean may(Permission permission) {
        return compareTo(permission.least()) <= 0;
    }
}
