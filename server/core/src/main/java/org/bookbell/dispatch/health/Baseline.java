package org.bookbell.dispatch.health;

/**
 * How often a gateway normally misses, learned from its own traffic. Old evidence fades: what counts is about the last
 * thousand attempts. A gateway of which little is known is taken for a bad one, so that it is not given up for little.
 *
 * @param judged how much evidence there is, faded
 * @param missed how much of it were misses
 */
record Baseline(double judged, double missed) {

    static final Baseline NONE = new Baseline(0, 0);

    /** What is expected of a gateway nobody knows: a tenth fails, three tenths stay unknown. */
    static final double EXPECTED = 0.4;

    private static final double WEIGHT_OF_EXPECTED = 20;
    private static final double KEPT = 0.999;
    /** One that never missed must not be given up for a single miss. */
    private static final double LEAST = 0.05;
    /** However bad it always was: less than half delivered is not normal. */
    private static final double MOST = 0.5;

    /** With the evidence of a run that ended harmlessly. */
    Baseline with(int moreJudged, int moreMissed) {
        double kept = Math.pow(KEPT, moreJudged);
        return new Baseline(judged * kept + moreJudged, missed * kept + moreMissed);
    }

    /** The normal share of misses, where {@code expected} is believed until there is more evidence. */
    double share(double expected) {
        double share = (missed + WEIGHT_OF_EXPECTED * expected) / (judged + WEIGHT_OF_EXPECTED);
        return Math.min(MOST, Math.max(LEAST, share));
    }
}
