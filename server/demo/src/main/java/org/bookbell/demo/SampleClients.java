package org.bookbell.demo;

import java.util.List;
import org.bookbell.client.ClientDetails;

/** People who do not exist, with telephone numbers and addresses that nobody has. */
final class SampleClients {

    private static final List<String> FIRST_NAMES = List.of(
            "Ava", "Ethan", "Zoë", "Lucas", "Isabel", "Mason", "Nora", "Oscar", "Priya", "Quentin", "Rosa", "Samir",
            "Tessa", "Umar", "Vera", "Walter", "Ximena", "Yara", "Zachary", "Björn");
    private static final List<String> LAST_NAMES = List.of(
            "Anderson", "Baker", "Castillo", "Dubois", "Eriksen", "Fischer", "García", "Hughes", "Ivanova", "Jensen");
    private static final List<String> AREA_CODES = List.of("212", "646", "718", "917");

    private SampleClients() {}

    /** The client with a number from 0 on. */
    static ClientDetails number(int number) {
        var first = FIRST_NAMES.get(number % FIRST_NAMES.size());
        var last = LAST_NAMES.get(number / FIRST_NAMES.size() % LAST_NAMES.size());
        return ClientDetails.of(first + " " + last, "client" + number + "@mail.example", mobile(number));
    }

    /** 555-0100 to 555-0199 are kept free for fiction in every area code. */
    private static String mobile(int number) {
        return "+1%s55501%02d".formatted(AREA_CODES.get(number / 100 % AREA_CODES.size()), number % 100);
    }
}
