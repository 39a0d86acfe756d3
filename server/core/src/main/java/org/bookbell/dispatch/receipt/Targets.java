package org.bookbell.dispatch.receipt;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.dispatch.attempt.ReceiptMatch.Target;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** The attempts that many receipts are about, looked up by two queries a gateway. */
final class Targets {

    private static final String QUESTION =
            Target.QUESTION.replace("SELECT a.id,", "SELECT a.id, a.provider_message_id,");

    private final Map<String, OfGateway> byGateway;

    private Targets(Map<String, OfGateway> byGateway) {
        this.byGateway = byGateway;
    }

    private record OfGateway(Map<Long, Target> byAttempt, Map<String, Target> byProviderId) {}

    private record Named(Target target, Optional<String> providerMessageId) {

        static Named read(Row row) throws SQLException {
            return new Named(Target.read(row), row.findText("provider_message_id"));
        }
    }

    static Targets of(Sql sql, Collection<WaitingReceipt> receipts) {
        var found = new HashMap<String, OfGateway>();
        receipts.stream()
                .collect(Collectors.groupingBy(WaitingReceipt::gateway))
                .forEach((gateway, theirs) -> found.put(gateway, find(sql, gateway, theirs)));
        return new Targets(found);
    }

    /** What {@code receipt} is about, if it is known already; the attempt it names counts more than the provider's id. */
    Optional<Target> find(WaitingReceipt receipt) {
        var known = byGateway.get(receipt.gateway());
        return known == null
                ? Optional.empty()
                : receipt.namedAttempt()
                        .map(known.byAttempt()::get)
                        .or(() -> receipt.providerMessageId().map(known.byProviderId()::get));
    }

    private static OfGateway find(Sql sql, String gateway, List<WaitingReceipt> receipts) {
        var attempts = receipts.stream()
                .flatMap(receipt -> receipt.namedAttempt().stream())
                .distinct()
                .toList();
        var providerIds = receipts.stream()
                .flatMap(receipt -> receipt.providerMessageId().stream())
                .distinct()
                .toList();
        var byAttempt = new HashMap<Long, Target>();
        list(sql, gateway, "a.id", attempts)
                .forEach(each -> byAttempt.put(each.target().attemptId(), each.target()));
        var byProviderId = new HashMap<String, Target>();
        // the latest attempt comes first and stays
        list(sql, gateway, "a.provider_message_id", providerIds)
                .forEach(each -> each.providerMessageId().ifPresent(id -> byProviderId.putIfAbsent(id, each.target())));
        return new OfGateway(byAttempt, byProviderId);
    }

    private static List<Named> list(Sql sql, String gateway, String column, List<?> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>();
        parameters.add(gateway);
        parameters.addAll(values);
        return sql.list(
                QUESTION + " AND " + column + " IN " + Sql.marks(values.size()) + " ORDER BY a.id DESC",
                Named::read,
                parameters.toArray());
    }
}
