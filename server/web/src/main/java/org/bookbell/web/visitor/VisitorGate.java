package org.bookbell.web.visitor;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.RemoteAddress;
import org.bookbell.audit.Actor;
import org.bookbell.booking.limit.BookingLimits;
import org.bookbell.booking.limit.Visitor;
import org.bookbell.client.ClientDetails;
import org.bookbell.organization.Organization;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.call.ClientAddress;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Lets visitors in who did not book too much, and asks those who booked a lot whether they are people. */
@Dependent
public class VisitorGate {

    private static final int LONGEST_ANSWER = 10_000;
    /** hCaptcha's script sends its answer a second time under this name. */
    private static final String ALSO_SENT = "g-recaptcha-response";

    private final BookingLimits limits;
    private final HumanCheck check;
    private final ClientAddress address;

    @Inject
    VisitorGate(BookingLimits limits, HumanCheck check, ClientAddress address) {
        this.limits = limits;
        this.check = check;
        this.address = address;
    }

    /** What the widget answered; empty where there was none. */
    public String readAnswer(Input in) {
        return check.widget()
                .map(widget -> {
                    var also = in.find(ALSO_SENT, Kind.text(0, LONGEST_ANSWER));
                    return in.find(widget.field(), Kind.text(0, LONGEST_ANSWER))
                            .or(() -> also)
                            .orElse("");
                })
                .orElse("");
    }

    /** The widget, where a refusal asks for it. */
    public Optional<Widget> widget() {
        return check.widget();
    }

    /** Lets somebody in who books on a page. */
    public void admit(Organization organization, ClientDetails details, String answer, HttpServletRequest request) {
        var from = address.of(request);
        var visitor = visitor(organization, details, Optional.of(RemoteAddress.network(from)));
        var isAsked = check.widget().isPresent() && limits.wantsProof(visitor);
        if (isAsked && !check.isPassed(answer, from)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    List.of(new Fault("/captcha", "Please show that you are a person, below, and book again.")));
        }
        limits.admit(visitor);
    }

    /** Lets somebody in for whom a program books; members may book as much as they like. */
    public void admit(Actor actor, Organization organization, ClientDetails details) {
        if (actor.kind() == Actor.Kind.TOKEN) {
            limits.admit(visitor(organization, details, Optional.empty()));
        }
    }

    private static Visitor visitor(Organization organization, ClientDetails details, Optional<String> network) {
        return new Visitor(
                organization.id(),
                organization.country(),
                network,
                Optional.ofNullable(details.mobile()).filter(each -> !each.isBlank()),
                Optional.ofNullable(details.email()).filter(each -> !each.isBlank()));
    }
}
