package org.bookbell.it.browser;

import com.microsoft.playwright.Keyboard;

/** A keyboard that counts. */
final class Keys {

    private final Keyboard keyboard;
    private int strokes;

    Keys(Visitor visitor) {
        keyboard = visitor.page().keyboard();
    }

    /** Types a text, a stroke for each character. */
    Keys type(String text) {
        keyboard.type(text);
        strokes += text.length();
        return this;
    }

    Keys press(String key) {
        keyboard.press(key);
        strokes++;
        return this;
    }

    Keys press(String key, int times) {
        for (var i = 0; i < times; i++) {
            press(key);
        }
        return this;
    }

    int strokes() {
        return strokes;
    }
}
