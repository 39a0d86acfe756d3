package org.bookbell.http.request;

import java.util.Set;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Values;
import org.bookbell.http.wire.Request.Body;

/** A body with placeholders. */
public interface BodyTemplate {

    Body fill(Values values) throws Unwritable;

    Set<Placeholder> placeholders();
}
