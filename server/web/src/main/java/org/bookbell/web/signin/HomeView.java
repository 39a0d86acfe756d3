package org.bookbell.web.signin;

import java.util.List;

/** The organizations that a member may choose from. */
record HomeView(List<Entry> organizations, boolean mayOperate) {

    /** One organization and where its day is shown. */
    record Entry(String path, String name) {}
}
