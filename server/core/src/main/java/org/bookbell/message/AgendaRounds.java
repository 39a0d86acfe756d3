package org.bookbell.message;

import java.util.List;

/** Which organizations may owe an agenda now, as the job asks; export implements it. Called outside any transaction. */
public interface AgendaRounds {

    /** Whether there is anything to look at: one question that an index answers. */
    boolean isAnythingDue();

    /** Organizations to look at now whose id is greater than {@code after}, by ascending id. */
    List<Long> listDue(long after, int limit);

    /** Plans the agendas of an organization that are due, each once however often this is called. */
    void plan(long organizationId);
}
