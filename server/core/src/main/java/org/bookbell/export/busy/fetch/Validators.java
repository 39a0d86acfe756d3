package org.bookbell.export.busy.fetch;

import java.util.Optional;

/** By which a server knows what was got from it before (RFC 9110, 8.8), as it wrote them. */
public record Validators(Optional<String> entityTag, Optional<String> lastModified) {

    private static final int LONGEST = 200;

    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    public Validators {
        entityTag = entityTag.filter(Validators::isKept);
        lastModified = lastModified.filter(Validators::isKept);
    }

    /** What is too long, or could break a header, is forgotten. */
    private static boolean isKept(String value) {
        return !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
