package org.bookbell.smpp.receipt;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Translates the ids of receipts into those of answers: by the spelling that an operator chose, or by the one that fitted
 * most often. Safe for threads.
 */
public final class MessageIds {

    private final List<IdSpelling> allowed;
    private final Map<IdSpelling, Integer> fits = new ConcurrentHashMap<>();

    private MessageIds(List<IdSpelling> allowed) {
        this.allowed = allowed;
    }

    /** Only {@code spelling} is right. */
    private static MessageIds of(IdSpelling spelling) {
        return new MessageIds(List.of(spelling));
    }

    /** Whatever fits. */
    private static MessageIds learning() {
        return new MessageIds(List.of(IdSpelling.SAME, IdSpelling.HEX_THEN_DECIMAL, IdSpelling.DECIMAL_THEN_HEX));
    }

    public static MessageIds of(String word) {
        return switch (word) {
            case "auto" -> learning();
            case "same" -> of(IdSpelling.EXACT);
            case "hexThenDecimal" -> of(IdSpelling.HEX_THEN_DECIMAL);
            case "decimalThenHex" -> of(IdSpelling.DECIMAL_THEN_HEX);
            default -> throw new IllegalArgumentException("unknown spelling " + word);
        };
    }

    /** Whether only remembered messages show which spelling is right. */
    boolean isLearning() {
        return allowed.size() > 1;
    }

    /** An answer's id as the server is told it, so that a receipt's can be spelt the same. */
    String told(String answered) {
        return allowed.contains(IdSpelling.EXACT) ? answered : IdSpelling.plain(answered);
    }

    /**
     * All told ids that {@code report} may mean, the likeliest first. The TLV repeats the answer's spelling (SMPP 3.4,
     * 5.3.2.12), except where a message center writes it like the text.
     */
    List<String> candidates(StatusReport report) {
        var spellings = likeliestFirst();
        return Stream.of(
                        report.namedId().map(this::told).stream(),
                        in(report.writtenId(), spellings),
                        in(report.namedId(), spellings))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    /** The told id to report where no remembered message fits. */
    String guess(StatusReport report) {
        return in(report.writtenId(), likeliestFirst().subList(0, 1))
                .findFirst()
                .or(() -> report.namedId().map(this::told))
                .or(() -> report.writtenId().map(this::told))
                .orElseThrow();
    }

    /** Notes how the text's id was spelt, where no other spelling would have meant the same message. */
    void note(StatusReport report, String right) {
        var fitting = report.writtenId().stream()
                .flatMap(id -> allowed.stream()
                        .filter(each -> each.ofAnswer(id).filter(right::equals).isPresent()))
                .toList();
        if (fitting.size() == 1) {
            fits.merge(fitting.get(0), 1, Integer::sum);
        }
    }

    private List<IdSpelling> likeliestFirst() {
        return allowed.stream()
                .sorted(Comparator.comparingInt((IdSpelling each) -> fits.getOrDefault(each, 0))
                        .reversed())
                .toList();
    }

    private static Stream<String> in(Optional<String> id, List<IdSpelling> spellings) {
        return id.stream().flatMap(given -> spellings.stream().flatMap(each -> each.ofAnswer(given).stream()));
    }
}
