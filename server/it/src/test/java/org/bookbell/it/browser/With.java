package org.bookbell.it.browser;

import com.microsoft.playwright.Locator;

/** Says which of several is meant. */
final class With {

    private With() {}

    static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
