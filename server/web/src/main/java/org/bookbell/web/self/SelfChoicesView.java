package org.bookbell.web.self;

import org.bookbell.web.choice.ChoicesForm;

/**
 * What a client wants to be sent.
 *
 * @param path of the client's appointment
 */
record SelfChoicesView(
        String path, String organization, boolean hasEmail, ChoicesForm form, String notice, String refusal) {}
