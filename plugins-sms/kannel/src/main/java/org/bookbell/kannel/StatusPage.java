package org.bookbell.kannel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;

/**
 * The bearerbox's status page as plain text, which tells whether Kannel runs and which SMSCs are online (user guide of
 * 1.4.5, Table 3-3; a wrong password is answered 200 and {@code Denied}).
 *
 * @param address of {@code status.txt}
 * @param password empty where the page needs none
 * @param smsc the only one that matters, if messages go to a certain one
 */
record StatusPage(BoxAddress address, Optional<String> password, Optional<String> smsc) {

    /** A check may take 10 s. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(8), 1);

    private static final Answerer PAGE = new Answerer("The status page of Kannel");

    private static final Pattern STATUS = Pattern.compile("(?m)^Status: ([a-z]+)");

    /** Such as {@code UP1[UP1]    SMPP:host:2775/2775:user: (online 12s, rcvd: sms 0 …}. */
    private static final Pattern CONNECTION = Pattern.compile("(?m)^ +(\\S+)\\[\\S*] .*\\(([a-z-]+)[^(),]*, rcvd");

    private static final String ONLINE = "online";

    private record Connection(String smsc, String state) {}

    static Optional<StatusPage> of(Settings settings) {
        return settings.find("statusAddress")
                .map(address ->
                        new StatusPage(BoxAddress.of(address), settings.find("statusPassword"), settings.find("smsc")));
    }

    /** Asks over a connection of its own, which a thread of that name looks after. */
    CheckResult ask(String thread) throws InterruptedException {
        try (var wire = new Wire(address.target(), LIMITS, Optional.empty(), thread)) {
            return PAGE.checked(wire.exchange(request()), this::read);
        }
    }

    private Request request() {
        var path = password.map(secret -> address.pathWith("password", secret)).orElse(address.path());
        return new Request("GET", path, List.of(), Optional.empty());
    }

    private CheckResult read(Answer answer) {
        if (answer.text().strip().equals("Denied")) {
            return CheckResult.fails("The status page of Kannel refuses the password.");
        }
        var status = STATUS.matcher(answer.text());
        if (answer.status() != 200 || !status.find()) {
            return CheckResult.fails("The address of the status page shows no status of Kannel as plain text.");
        }
        return status.group(1).equals("running")
                ? judge(connections(answer.text()))
                : CheckResult.fails("Kannel is " + status.group(1) + ".");
    }

    private CheckResult judge(List<Connection> all) {
        var mine = all.stream()
                .filter(each -> smsc.filter(name -> !name.equals(each.smsc())).isEmpty())
                .toList();
        var online = mine.stream().filter(each -> each.state().equals(ONLINE)).count();
        var detail = online + " of " + mine.size() + " connections to " + smsc.orElse("SMS centers") + " "
                + (online == 1 ? "is" : "are") + " online.";
        return online > 0 ? CheckResult.works(detail) : CheckResult.fails(detail);
    }

    private static List<Connection> connections(String page) {
        return CONNECTION
                .matcher(page)
                .results()
                .map(found -> new Connection(found.group(1), found.group(2)))
                .toList();
    }

    /** Nothing of the password. */
    @Override
    public String toString() {
        return "StatusPage";
    }
}
