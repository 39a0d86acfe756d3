package org.bookbell.http;

import java.util.List;
import java.util.Set;
import org.bookbell.http.answer.AnswerRules;
import org.bookbell.http.answer.ErrorRule;
import org.bookbell.http.answer.Meaning;
import org.bookbell.http.answer.Statuses;
import org.bookbell.http.answer.SuccessRule;
import org.bookbell.http.rule.Entries;
import org.bookbell.http.rule.Finder;
import org.bookbell.http.rule.WordTable;
import org.bookbell.spi.Setting;

/** The settings of the answer. */
final class AnswerSettings {

    static final List<Setting> DECLARED = List.of(
            Fields.text("successStatuses", "Statuses of success", "Such as 200, 202; 2xx if empty."),
            Fields.text(
                    "successField",
                    "Field of success",
                    "What must stand in the answer too: a path such as $.status, or a regular expression such as ^ID:."),
            Fields.text(
                    "successValues",
                    "Values of success",
                    "Which values of that field say so, such as 0, queued; any if empty."),
            Fields.text(
                    "messageId",
                    "Message id",
                    "Where the gateway's id stands: a path such as $.id, or a regular expression such as ID: (\\S+)."),
            Fields.text("segmentCount", "Number of segments", "Where it stands; a path or a regular expression."),
            Fields.text(
                    "errorCode", "Error code", "Where the gateway's own code stands; a path or a regular expression."),
            Fields.text(
                    "errorCodes",
                    "Meanings of error codes",
                    "Such as 21, 22=INVALID_RECIPIENT | 9=ACCOUNT | *=OTHER; they count before the status."),
            Fields.text(
                    "errorStatuses",
                    "Meanings of statuses",
                    "Such as 400=CONTENT | 5xx=UNCLEAR, where the usual is wrong."));

    private AnswerSettings() {}

    static AnswerRules read(Reading reading) {
        var success = new SuccessRule(
                reading.read("successStatuses", Statuses::parse).orElseGet(() -> Statuses.parse("2xx")),
                reading.read("successField", Finder::parse),
                reading.read("successValues", text -> Set.copyOf(Entries.words(text)))
                        .orElse(Set.of()));
        if (reading.isSet("successValues")) {
            reading.require("successField", "the values of success stand there.");
        }
        if (reading.isSet("errorCodes")) {
            reading.require("errorCode", "the codes stand there.");
        }
        var error = new ErrorRule(
                reading.read("errorCode", Finder::parse),
                reading.read("errorCodes", text -> WordTable.parse(text, Meaning::find, Meaning.WORDS))
                        .orElseGet(WordTable::empty),
                reading.read("errorStatuses", Statuses::parseTable).orElseGet(WordTable::empty));
        return new AnswerRules(
                success, error, reading.read("messageId", Finder::parse), reading.read("segmentCount", Finder::parse));
    }
}
