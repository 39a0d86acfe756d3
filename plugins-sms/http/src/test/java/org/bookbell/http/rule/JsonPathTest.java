package org.bookbell.http.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    private static final String JSON = """
            {"id": "m1", "count": 2, "big": 31612345678, "rate": 0.5, "ok": true, "none": null, "message-count": "3",
             "a.b": "dotted", "it's": "quoted", "empty": "",
             "messages": [{"status": "0", "to": {"number": "1"}}, {"status": "1"}, ["x", "y"]]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $.id                      | m1
            $['id']                   | m1
            $["id"]                   | m1
            $.count                   | 2
            $.big                     | 31612345678
            $.rate                    | 0.5
            $.ok                      | true
            $.message-count           | 3
            $['a.b']                  | dotted
            $["it's"]                 | quoted
            $.messages[0].status      | 0
            $.messages[-2].status     | 1
            $.messages[0].to.number   | 1
            $.messages[*].status      | 0, 1
            $.messages[2][*]          | x, y
            $.messages[2][ -1 ]       | y
            $.messages[0].to.*        | 1
            """)
    void a_path_leads_to_the_texts_there(String path, String texts) {
        assertThat(JsonPath.parse(path).textsIn(Json.read(JSON).orElseThrow())).isEqualTo(List.of(texts.split(", ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$.none",
                "$.nothing",
                "$.id.more",
                "$.id[0]",
                "$.messages",
                "$.messages[3]",
                "$.messages[-4]",
                "$.messages.status",
                "$.messages[0].to"
            })
    void a_path_to_no_text_leads_nowhere(String path) {
        assertThat(JsonPath.parse(path).textsIn(Json.read(JSON).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$.", "$..id", "$.a[", "$.a[?(@.b)]", "$.a[0:1]", "$.a[0,1]", "$a", "$.a b", "$['a", "$.a[*"})
    void what_is_more_than_names_indexes_and_wildcards_is_refused(String path) {
        assertThatExceptionOfType(WrongRule.class).isThrownBy(() -> JsonPath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "nul", "{\"a\":1}x", "[1,]", "\ud800"})
    void what_is_no_json_is_none(String text) {
        assertThat(Json.read(text)).isEmpty();
    }
}
