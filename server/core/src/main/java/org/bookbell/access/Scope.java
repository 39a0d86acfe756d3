package org.bookbell.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API token is good for; no token administers an organization. */
public enum Scope {
    READ,
    BOOK,
    MANAGE;

    /** The scope that {@code word} names, or empty if there is none. */
    public static Optional<Scope> find(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** The scopes of which {@link #words} made {@code words}. */
    public static Set<Scope> parse(String words) {
        return Arrays.stream(words.split(" ", -1))
                .map(word -> find(word).orElseThrow())
                .collect(Collectors.toSet());
    }

    public static String words(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** Its name in requests and in the database: {@code read}, {@code book}, {@code manage}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean grants(Permission permission) {
        return switch (permission) {
            case READ -> true;
            case BOOK -> this != READ;
            case OWN_CALENDAR, MANAGE -> this == MANAGE;
            case ADMINISTER -> false;
        };
    }
}
