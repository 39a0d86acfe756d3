package org.bookbell.message.text;

import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.TestDatabase;

/** A renderer whose links begin with the address of a usual house. */
final class TextFixture {

    private TextFixture() {}

    static Renderer on(TestDatabase database) {
        return on(database.jobsDatabase());
    }

    static Renderer on(JobsDatabase jobs) {
        return new Renderer(jobs, "https://book.example.org/");
    }
}
