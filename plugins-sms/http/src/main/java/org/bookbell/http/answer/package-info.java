/**
 * What a gateway's answer means: {@link org.bookbell.http.answer.AnswerRules} makes a result of it by what an operator wrote,
 * and otherwise by what HTTP says of its statuses. What it means that no answer came says {@link
 * org.bookbell.http.answer.Answerer}, also to providers that read answers by themselves.
 */
@NullMarked
package org.bookbell.http.answer;

import org.jspecify.annotations.NullMarked;
