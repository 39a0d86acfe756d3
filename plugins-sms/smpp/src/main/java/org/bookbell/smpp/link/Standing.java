package org.bookbell.smpp.link;

/**
 * How many of an account's binds are there, of how many.
 *
 * @param sending those over which messages go
 * @param hearing those over which receipts come
 * @param trouble why others are not there
 */
public record Standing(Count sending, Count hearing, Trouble trouble) {

    /** So many of so many. */
    public record Count(long bound, long wanted) {

        @Override
        public String toString() {
            return bound + " of " + wanted;
        }
    }
}
