package org.bookbell.demo;

import java.util.List;
import java.util.stream.Stream;
import org.bookbell.access.member.FirstOperator;

/** What the console says of a demonstration: where to go and how to sign in. */
final class SignInLines {

    private SignInLines() {}

    static List<String> of(String publicUrl, List<SampleOrganization> opened) {
        var isAgain = opened.stream().noneMatch(each -> each.ownerPassword().isPresent());
        var lines = opened.stream().flatMap(each -> about(publicUrl, each));
        return Stream.concat(lines, isAgain ? again(publicUrl) : Stream.empty()).toList();
    }

    private static Stream<String> about(String publicUrl, SampleOrganization opened) {
        var organization = opened.sample().organization();
        return Stream.of(
                organization.name(),
                "  clients book at  " + publicUrl + "/b/" + organization.slug(),
                "  the desk is at   " + publicUrl + "/o/" + organization.slug() + "/today",
                "  sign in as       " + opened.sample().ownerEmail() + "  "
                        + opened.ownerPassword().orElse("(the password of the first start)"));
    }

    private static Stream<String> again(String publicUrl) {
        return Stream.of(
                "Operators sign in at " + publicUrl + "/operator as " + FirstOperator.EMAIL + ", too with the password"
                        + " of the first start.",
                "Passwords are shown once only. Without them, start with an empty folder: --data DIRECTORY");
    }
}
