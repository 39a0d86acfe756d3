package org.bookbell.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every page: nobody is kept out, the browser has nothing to complain about, a phone is wide enough. */
final class Welcome {

    private Welcome() {}

    /** Of the page that {@code visitor} looks at. */
    static void assertOf(Visitor visitor) {
        assertThat(visitor.texts("h1")).hasSize(1);
        assertThat(visitor.texts("[style], style, script:not([src])")).isEmpty();
        assertThat(visitor.barriers()).isEmpty();
        assertThat(visitor.overhangOnPhone()).isZero();
        assertThat(visitor.complaints()).isEmpty();
    }
}
