package org.bookbell.dispatch.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DestinationTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    static Set<String> regions() {
        return NUMBERS.getSupportedRegions();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void a_number_of_any_region_lies_where_its_calling_code_says(String region) {
        var number = NUMBERS.getExampleNumber(region);

        assertThat(Destination.of(NUMBERS.format(number, PhoneNumberFormat.E164)))
                .isEqualTo("+" + number.getCountryCode());
    }

    @ParameterizedTest
    @CsvSource({
        "+80012345678, +800",
        "+88213300655, +882",
        "ann@Example.ORG, example.org",
        "+9991234567, ''",
        "+, ''",
        "+x1, ''",
    })
    void what_belongs_to_no_country_lies_elsewhere(String address, String destination) {
        assertThat(Destination.of(address)).isEqualTo(destination);
    }
}
