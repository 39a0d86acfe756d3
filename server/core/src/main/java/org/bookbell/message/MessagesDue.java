package org.bookbell.message;

import java.util.List;

/** Messages were planned that are due at once. Fired within the transaction; observe it after its success. */
public record MessagesDue(List<Long> ids) {

    public MessagesDue {
        ids = List.copyOf(ids);
    }
}
