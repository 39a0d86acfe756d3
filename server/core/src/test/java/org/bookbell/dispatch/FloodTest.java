package org.bookbell.dispatch;

/** As often as the gate has time for. */
class FloodTest extends Flood {

    FloodTest() {
        super(1_000);
    }
}
