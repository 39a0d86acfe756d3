package org.bookbell.export.archive.file;

import java.util.List;

/** What an archive does not hold, and what to do about it where it is brought in: for people and for programs. */
final class LeftOut {

    static final List<String> SENTENCES = List.of(
            "Passwords: at the import each member who cannot sign in there yet gets one, which is shown once.",
            "Tokens of programs: make new ones.",
            "Secrets of links: those in messages of this server do not work on another; new messages have new ones.",
            "Secrets of feeds: at the import each feed gets one that nobody knows; press New address, then subscribe again.",
            "Outside calendars: their addresses are secrets; enter them again.",
            "Gateways and routes of one's own: their settings are secrets; add them again.",
            "Reports of problems, the audit, and slots that are only held.");

    private LeftOut() {}
}
