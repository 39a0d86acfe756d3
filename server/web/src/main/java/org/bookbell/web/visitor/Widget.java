package org.bookbell.web.visitor;

/**
 * The part of a page that checks a visitor.
 *
 * @param script its address
 * @param origins from which the page may load, with spaces between them
 * @param cssClass of the element that the script fills
 * @param siteKey by which the service knows this site
 */
public record Widget(String script, String origins, String cssClass, String siteKey) {

    /** The field of the form in which the answer comes. */
    public String field() {
        return cssClass + "-response";
    }
}
