package org.bookbell.http.answer;

import java.util.Optional;
import org.bookbell.http.rule.Finder;
import org.bookbell.http.rule.WordTable;

/**
 * Why a message was not taken.
 *
 * @param code where the provider's own code stands
 * @param codes what its codes mean
 * @param statuses what statuses mean, before the usual
 */
public record ErrorRule(Optional<Finder> code, WordTable<Meaning> codes, WordTable<Meaning> statuses) {}
