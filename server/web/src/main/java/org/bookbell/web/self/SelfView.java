package org.bookbell.web.self;

/** A client's own appointment. */
record SelfView(
        String path,
        String organization,
        String phone,
        String service,
        String staff,
        String day,
        String time,
        String zone,
        String state,
        boolean mayConfirm,
        boolean mayChange,
        String againPath,
        String notice,
        String refusal) {}
