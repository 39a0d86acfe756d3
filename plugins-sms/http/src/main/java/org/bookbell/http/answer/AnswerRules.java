package org.bookbell.http.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.http.answer.SuccessRule.Verdict;
import org.bookbell.http.rule.Document;
import org.bookbell.http.rule.Finder;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;

/**
 * What an answer means. Whoever cannot read an answer as it should be does not know whether the message was taken: then it is
 * unclear. Of the provider's own words only a code is passed on, since the rest may repeat the number or the text.
 *
 * @param messageId where the provider's id of a taken message stands; if set, an answer without one is unclear
 * @param segments where the number of its segments stands
 */
public record AnswerRules(SuccessRule success, ErrorRule error, Optional<Finder> messageId, Optional<Finder> segments) {

    private static final int LONGEST_ID = 120;
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,60}");
    private static final Pattern NUMBER_OF_SOMEBODY = Pattern.compile("\\d{7}");
    private static final Set<RefusalReason> PASSING = Set.of(RefusalReason.THROTTLED, RefusalReason.UNAVAILABLE);

    /** What became of the message that {@code answer} is about. */
    public SubmitResult read(Answer answer, Clock clock) {
        var document = new Document(answer.text());
        var verdict = success.judge(answer.status(), document);
        var code = error.code().flatMap(finder -> finder.first(document));
        var byCode = code.flatMap(error.codes()::find);
        if (verdict == Verdict.TAKEN && (success.field().isPresent() || byCode.isEmpty())) {
            return taken(document);
        }
        if (verdict == Verdict.PARTLY_TAKEN) {
            return SubmitResult.unclear("The gateway took some parts of the message and refused others.");
        }
        var meaning = byCode.orElseGet(() -> byStatus(answer.status(), verdict));
        return notTaken(meaning, shown(code, answer.status()), answer, clock);
    }

    private Meaning byStatus(int status, Verdict verdict) {
        if (verdict == Verdict.SAYS_NOTHING) {
            return Meaning.UNCLEAR;
        }
        return Statuses.find(error.statuses(), status)
                .orElseGet(() -> success.statuses().contain(status)
                        ? Meaning.refused(RefusalReason.OTHER)
                        : UsualMeanings.of(status));
    }

    private SubmitResult taken(Document document) {
        var id = messageId.flatMap(finder -> finder.first(document)).filter(found -> found.length() <= LONGEST_ID);
        if (messageId.isPresent() && id.isEmpty()) {
            return SubmitResult.unclear("The gateway's answer holds no message id where one should be.");
        }
        var count = segments.flatMap(finder -> finder.first(document))
                .filter(found -> COUNT.matcher(found).matches())
                .map(Integer::valueOf);
        return new Accepted(id, count);
    }

    private static SubmitResult notTaken(Meaning meaning, String code, Answer answer, Clock clock) {
        if (meaning.reason().isEmpty()) {
            return SubmitResult.unclear(
                    "The gateway answered " + code + ", after which the message may have been taken.");
        }
        var reason = meaning.reason().get();
        var pause = PASSING.contains(reason) ? RetryAfter.of(answer, clock) : Optional.<Duration>empty();
        return new Refused(reason, code, "The gateway answered with status " + answer.status() + ".", pause);
    }

    private static String shown(Optional<String> code, int status) {
        return code.filter(text -> CODE.matcher(text).matches()
                        && !NUMBER_OF_SOMEBODY.matcher(text).find())
                .orElse(Integer.toString(status));
    }
}
