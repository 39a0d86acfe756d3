package org.bookbell.export.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriberTest {

    @ParameterizedTest
    @CsvSource({
        "Google-Calendar-Importer, Google Calendar",
        "Mozilla/5.0 (compatible; Google-Calendar-Importer), Google Calendar",
        "Microsoft-Exchange/15.20 (CalendarFeed), Outlook on the web",
        "'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)', Outlook",
        "iOS/17.1 (21B80) dataaccessd/1.0, Apple Calendar",
        "macOS/14.1 (23B74) CalendarAgent/1008, Apple Calendar",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0, Thunderbird",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0, a browser",
        "vdirsyncer/0.19.0, vdirsyncer",
        "curl/7.88.1, curl",
        "192.0.2.1, another program",
        "'', another program"
    })
    void a_program_is_known_by_its_agent(String agent, String name) {
        assertThat(Subscriber.nameOf(agent)).isEqualTo(name);
    }

    @Test
    void google_is_expected_later_than_a_program_that_nobody_knows() {
        var at = Instant.parse("2026-11-02T08:00:00Z");

        assertThat(new Fetch(at, "Google Calendar").nextExpectedAt()).isEqualTo(at.plus(Duration.ofHours(12)));
        assertThat(new Fetch(at, "another program").nextExpectedAt()).isEqualTo(at.plus(Duration.ofHours(1)));
    }
}
