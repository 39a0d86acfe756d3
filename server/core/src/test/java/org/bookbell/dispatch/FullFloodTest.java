package org.bookbell.dispatch;

import org.junit.jupiter.api.Tag;

/** Ten thousand times. */
@Tag("full")
class FullFloodTest extends Flood {

    FullFloodTest() {
        super(10_000);
    }
}
