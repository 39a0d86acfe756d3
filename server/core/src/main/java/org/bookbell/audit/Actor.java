package org.bookbell.audit;

/**
 * Who acts.
 *
 * @param kind what they are
 * @param id their id, 0 where they have none
 */
public record Actor(Kind kind, long id) {

    /** What an actor is. */
    public enum Kind {
        MEMBER,
        TOKEN,
        CLIENT,
        VISITOR,
        SYSTEM
    }

    public static Actor member(long id) {
        return new Actor(Kind.MEMBER, id);
    }

    public static Actor token(long id) {
        return new Actor(Kind.TOKEN, id);
    }

    /** A client who acts by a link. */
    public static Actor client(long id) {
        return new Actor(Kind.CLIENT, id);
    }

    /** Somebody who books without an account. */
    public static Actor visitor() {
        return new Actor(Kind.VISITOR, 0);
    }

    /** The server itself. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, 0);
    }
}
