package org.bookbell.dispatch.watchdog;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that keeps messages from being sent, or the papers for the time when they are not.
 *
 * @param sentence what is wrong and where to look, for people
 */
public record Trouble(Kind kind, String sentence) {

    /** What may be wrong. */
    public enum Kind {
        /** The database does not answer. */
        DATABASE,
        /** The database answers and takes no changes. */
        READ_ONLY,
        /** This node's tick stopped, hangs or fails. */
        SCHEDULER,
        /** Messages are due and nobody sends them. */
        LATE,
        /** Messages are sent and their gateway answers nothing. */
        UNANSWERED,
        /** Messages whose time is over have no outcome. */
        OVERDUE,
        /** Claims have expired and nobody takes them back. */
        STUCK,
        /** There are e-mail gateways, and none can be used. */
        EMAIL,
        /** Messages could not be read and were set aside; the others go out. */
        UNREADABLE,
        /** Day packs cannot be written to their folder; messages go out. */
        DAY_PACK;

        /** The kind of that name; empty where another version of the server knows more kinds. */
        static Optional<Kind> named(String name) {
            return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }

        /** Whether each node judges it for itself, so that no other one tells it or its end. */
        boolean isOfNode() {
            return this == DATABASE || this == READ_ONLY || this == SCHEDULER;
        }

        /** Whether nothing else can be seen, or be the cause of anything, while it lasts. */
        boolean hidesOthers() {
            return this == DATABASE || this == READ_ONLY;
        }

        /**
         * Whether a node with it should not be used. That the database is away the check of the database knows sooner, and
         * sooner that it is back; what cannot be read keeps nobody else from being served.
         */
        public boolean endsReadiness() {
            return this != DATABASE && this != UNREADABLE && this != DAY_PACK;
        }

        /** Whether messages are not sent because of it. */
        public boolean keepsMessages() {
            return this != DAY_PACK;
        }
    }
}
