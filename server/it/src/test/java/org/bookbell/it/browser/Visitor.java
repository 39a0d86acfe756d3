package org.bookbell.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser's window. */
final class Visitor implements AutoCloseable {

    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 60_000;

    /** The browser's own remark on a refusal, which is what a form with faults is answered with. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.text().startsWith(REFUSED)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
    }

    static Browser.NewContextOptions window() {
        return new Browser.NewContextOptions().setViewportSize(DESK_WIDTH, DESK_HEIGHT);
    }

    Page page() {
        return page;
    }

    /** Goes to {@code path} of the server. */
    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Presses the button that says so. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** The first address that {@code selector} finds on the page. */
    String pathOf(String selector) {
        return String.valueOf(page.locator(selector).first().getAttribute("href"));
    }

    /** The words of what {@code selector} finds. */
    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts();
    }

    Locator heading() {
        return page.locator("h1");
    }

    /** What the browser complained about on all pages so far: errors of scripts, and what the policy forbade. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe-core finds that keeps people out, a line for each kind. */
    List<String> barriers() {
        page.evaluate(Axe.SOURCE);
        var found = page.evaluate("axe.run().then(result => result.violations.map(each => "
                + "`${each.impact} ${each.id}: ${each.nodes.map(node => node.target).join(' | ')}`))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** By how many pixels the page is wider than a phone. */
    int overhangOnPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        var overhang = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        return (Integer) overhang;
    }

    @Override
    public void close() {
        context.close();
    }

    /** The script of axe-core, read when it is needed. */
    private static final class Axe {

        private static final String SOURCE = read();

        private static String read() {
            try (var in = Visitor.class.getResourceAsStream("/axe.min.js")) {
                if (in == null) {
                    throw new IllegalStateException("axe.min.js is not on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
