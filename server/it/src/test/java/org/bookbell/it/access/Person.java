package org.bookbell.it.access;

import static org.bookbell.it.access.Right.ADMINISTER;
import static org.bookbell.it.access.Right.BOOK;
import static org.bookbell.it.access.Right.MANAGE;
import static org.bookbell.it.access.Right.NOTHING;
import static org.bookbell.it.access.Right.OWN_CALENDAR;
import static org.bookbell.it.access.Right.READ;
import static org.bookbell.it.access.Right.SIGNED_IN;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who calls: members by their role, programs by the scope of their token, and anybody on the street. */
enum Person {
    OWNER(READ, BOOK, OWN_CALENDAR, MANAGE, ADMINISTER),
    MANAGER(READ, BOOK, OWN_CALENDAR, MANAGE),
    STAFF(READ, BOOK, OWN_CALENDAR),
    READER(READ),
    TOKEN_TO_MANAGE(READ, BOOK, OWN_CALENDAR, MANAGE),
    TOKEN_TO_BOOK(READ, BOOK),
    TOKEN_TO_READ(READ),
    NOBODY;

    static final List<Person> MEMBERS = List.of(OWNER, MANAGER, STAFF, READER);
    static final List<Person> PROGRAMS = List.of(TOKEN_TO_MANAGE, TOKEN_TO_BOOK, TOKEN_TO_READ);

    private final Set<Right> rights = EnumSet.of(NOTHING);

    Person(Right... rights) {
        this.rights.addAll(List.of(rights));
        if (rights.length > 0) {
            this.rights.add(SIGNED_IN);
        }
    }

    boolean isSignedIn() {
        return has(SIGNED_IN);
    }

    /** Whether it has this right in its own organization. */
    boolean has(Right right) {
        return rights.contains(right);
    }

    /** The scope of a program's token. */
    String scope() {
        return name().replace("TOKEN_TO_", "").toLowerCase(Locale.ROOT);
    }
}
