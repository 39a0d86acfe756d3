package org.bookbell.dispatch.routing;

/**
 * What a change of a route would move.
 *
 * @param from the gateway that messages would go over first without the change; empty if there is none
 * @param to the gateway that they would go over first with it
 * @param messages how many that fall due within a week
 */
public record RouteEffect(String from, String to, long messages) {}
