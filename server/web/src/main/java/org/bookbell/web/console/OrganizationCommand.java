package org.bookbell.web.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.access.Role;
import org.bookbell.access.member.NewMember;
import org.bookbell.organization.NewOrganization;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.call.PublicUrl;

/** {@code organization create}: founds an organization with its owner and says how to go on. */
@Dependent
class OrganizationCommand {

    private final OwnedFoundation foundation;
    private final PublicUrl publicUrl;

    @Inject
    OrganizationCommand(OwnedFoundation foundation, PublicUrl publicUrl) {
        this.foundation = foundation;
        this.publicUrl = publicUrl;
    }

    void create(List<String> values, ConsoleAnswer answer) {
        run(values, answer, true);
    }

    /** Tells the faults of {@code values} alone. */
    void check(List<String> values, ConsoleAnswer answer) {
        run(values, answer, false);
    }

    private void run(List<String> values, ConsoleAnswer answer, boolean found) {
        var options = values.stream()
                .map(value -> value.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? pair[1] : ""));
        try {
            foundation.check(organization(options), owner(options));
            if (found) {
                tell(foundation.found(organization(options), owner(options)), answer);
            }
        } catch (ProblemException refusal) {
            refusal.faults().forEach(fault -> tell(fault, options, answer));
            if (refusal.faults().isEmpty()) {
                answer.fault(refusal.detail(), "Change the options accordingly.");
            }
        }
    }

    private static NewOrganization organization(Map<String, String> options) {
        return new NewOrganization(
                options.getOrDefault("slug", ""),
                options.getOrDefault("name", ""),
                options.getOrDefault("zone", ""),
                options.getOrDefault("locale", ""),
                options.getOrDefault("country", ""),
                options.get("phone"),
                options.get("email"));
    }

    private static NewMember owner(Map<String, String> options) {
        var email = options.getOrDefault("owner", "");
        var localPart = email.replaceFirst("@.*", "");
        return NewMember.of(
                email, options.getOrDefault("owner-name", localPart.isBlank() ? "Owner" : localPart), Role.OWNER);
    }

    private static void tell(Fault fault, Map<String, String> options, ConsoleAnswer answer) {
        var name = fault.pointer().substring(1);
        var given = options.containsKey(name) ? " is \"" + options.get(name) + "\"." : " is missing.";
        answer.fault("The option --" + name + given, fault.detail());
    }

    private void tell(OwnedFoundation.Founded founded, ConsoleAnswer answer) {
        var slug = founded.organization().slug();
        answer.say("The organization " + founded.organization().name() + " is founded.");
        answer.say("  its owner        " + founded.owner().member().email() + " "
                + founded.owner()
                        .firstPassword()
                        .map(password -> "signs in with the password " + password + " (shown this once)")
                        .orElse("signs in with the password used so far"));
        answer.say("  set up staff at  " + publicUrl.of("/o/" + slug + "/setup"));
        answer.say("  clients book at  " + publicUrl.of("/b/" + slug));
    }
}
