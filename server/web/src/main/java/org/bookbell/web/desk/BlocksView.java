package org.bookbell.web.desk;

import java.util.List;
import org.bookbell.web.page.Filled;

/** The coming time blocks and the form for another one. */
record BlocksView(String path, List<DeskView.Option> staff, List<Line> lines, Filled form) {

    /** One time block. */
    record Line(String removePath, String staff, String from, String to, String kind, String note) {}
}
