package org.bookbell.web.input;

import static org.bookbell.web.input.Kind.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.organization.ContactSyntax;

/** Several e-mail addresses in one field of a form, with commas, spaces or lines between them. */
public final class MailAddresses {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final int LONGEST = 2_000;

    private MailAddresses() {}

    /** Those in {@code field}; one that is none is a fault of it. */
    public static List<String> read(Input in, String field) {
        var written = in.find(field, text(0, LONGEST)).stream()
                .flatMap(BETWEEN::splitAsStream)
                .filter(address -> !address.isBlank())
                .toList();
        var known = written.stream()
                .map(ContactSyntax::findEmail)
                .flatMap(Optional::stream)
                .toList();
        in.check(
                known.size() == written.size(),
                field,
                "Write addresses like ann@example.org, with commas between them.");
        return known;
    }
}
