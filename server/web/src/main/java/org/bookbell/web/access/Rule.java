package org.bookbell.web.access;

import java.lang.reflect.Method;

/** What a route asks of its caller. */
@FunctionalInterface
interface Rule {

    void check(Visit visit);

    /** The rule that {@code method} carries; none is a bug, and keeps everybody out. */
    static Rule of(Method method) {
        var requires = method.getAnnotation(Requires.class);
        if (requires != null) {
            return visit -> visit.caller().require(requires.value(), visit.organizationId());
        }
        if (method.isAnnotationPresent(ForOperator.class)) {
            return visit -> visit.caller().requireOperator();
        }
        if (method.isAnnotationPresent(SignedIn.class)) {
            return Visit::caller;
        }
        if (method.isAnnotationPresent(Everybody.class)) {
            return visit -> {};
        }
        throw new IllegalStateException("route " + method + " carries no rule of access");
    }
}
