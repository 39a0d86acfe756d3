package org.bookbell.message.planning.rule;

/** What a rule's lead is counted in. */
public enum LeadUnit {
    HOURS,
    DAYS
}
