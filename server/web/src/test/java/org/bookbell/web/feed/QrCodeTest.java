package org.bookbell.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void a_code_has_its_margin_and_the_three_squares_of_its_corners() {
        var code = QrCode.of("webcal://book.example.org/feeds/" + "A".repeat(43) + ".ics");

        // the first row of the corner at the left and of that at the right: seven dark modules
        assertThat(code.path()).startsWith("M4,4h1v1h-1zM5,4h1v1h-1z").doesNotContain("M3,", ",3h");
        assertThat(code.path()).contains("M" + (code.size() - 5) + ",4h1", "M4," + (code.size() - 5) + "h1");
        assertThat(code.size()).isEqualTo(37 + 8);
    }
}
