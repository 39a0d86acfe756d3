package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppRepliesTest {

    private static final String PHONE = "12125550123";

    private final FakeSmppProvider center = FakeSmppProvider.start();
    private OpenAccount account;

    @BeforeEach
    void open() {
        account = OpenAccount.boundTo(center);
    }

    @AfterEach
    void stop() {
        account.close();
        center.close();
    }

    @Test
    void a_reply_is_read_in_the_default_alphabet() {
        // C, then € by its escape, in GSM 7-bit
        bring(SmppDelivery.message(PHONE, "12345", 0, new byte[] {'C', ' ', 0x1B, 0x65, 0x05}));

        assertThat(account.heard().replies()).singleElement().satisfies(reply -> {
            assertThat(reply.from()).isEqualTo("+12125550123");
            assertThat(reply.to()).contains("12345");
            assertThat(reply.text()).isEqualTo("C €é");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "8, UTF-16BE, Да 😀",
        "3, ISO-8859-1, Zoë",
        "1, US-ASCII, STOP",
        "6, ISO-8859-5, Да",
        "240, US-ASCII, STOP"
    })
    void a_reply_is_read_as_its_data_coding_says(int coding, String charset, String text) {
        bring(SmppDelivery.message(PHONE, "12345", coding, text.getBytes(Charset.forName(charset))));

        assertThat(texts()).containsExactly(text);
    }

    @Test
    void a_long_reply_is_one_reply_whatever_the_order_of_its_parts() {
        var text = "Я приду завтра, но на четверть часа позже, потому что поезд 😀 опаздывает.";
        var octets = text.getBytes(StandardCharsets.UTF_16BE);

        bring(part(8, 2, slice(octets, 60, 121)));
        bring(part(8, 3, slice(octets, 121, octets.length)));
        assertThat(texts()).isEmpty();
        bring(part(8, 1, slice(octets, 0, 60)));

        assertThat(texts()).containsExactly(text);
    }

    @Test
    void a_long_reply_may_be_joined_by_tlvs() {
        bring(sar(1, "I cannot come tomorrow, "));
        bring(sar(2, "may I come on Friday?"));

        assertThat(texts()).containsExactly("I cannot come tomorrow, may I come on Friday?");
    }

    @Test
    void what_no_phone_sent_is_no_reply() {
        bring(SmppDelivery.message("72404", "12345", 0, new byte[] {'C'}).withFromType(3));
        bring(SmppDelivery.message("Network", "12345", 0, new byte[] {'C'}).withFromType(5));
        bring(SmppDelivery.message("2125550123", "12345", 0, new byte[] {'C'}).withFromType(2));
        bring(SmppDelivery.message(PHONE, "12345", 4, new byte[] {1, 2, 3}));

        assertThat(account.heard().replies()).isEmpty();
    }

    @Test
    void a_number_without_a_type_is_taken_as_international_if_it_is_long_enough() {
        bring(SmppDelivery.message(PHONE, "12345", 0, new byte[] {'C'}).withFromType(0));
        bring(SmppDelivery.message("+12125550123", "12345", 0, new byte[] {'R'}).withFromType(0));
        bring(SmppDelivery.message("5550123", "12345", 0, new byte[] {'X'}).withFromType(0));

        assertThat(account.heard().replies()).extracting(Reply::from).containsExactly("+12125550123", "+12125550123");
    }

    @Test
    void a_reply_is_no_receipt_whatever_it_says() {
        bring(SmppDelivery.receipt("1", "DELIVRD").withEsmClass(0));

        assertThat(account.heard().receipts()).isEmpty();
        assertThat(account.heard().replies()).hasSize(1);
    }

    @Test
    void two_hundred_long_replies_at_once_are_all_joined() {
        var phones = IntStream.range(0, 200)
                .mapToObj(number -> "1212555%04d".formatted(number))
                .toList();

        phones.forEach(phone -> center.post(part(phone, 1, "one ")));
        phones.forEach(phone -> center.post(part(phone, 2, "two")));

        await().atMost(OpenAccount.PATIENCE).until(() -> texts().size() == 200);
        assertThat(texts()).containsOnly("one two");
    }

    private void bring(SmppDelivery delivery) {
        assertThat(center.bring(delivery)).isZero();
    }

    private List<String> texts() {
        return account.heard().replies().stream().map(Reply::text).toList();
    }

    private static SmppDelivery part(int coding, int number, byte[] octets) {
        return SmppDelivery.message(PHONE, "12345", coding, with(new byte[] {5, 0, 3, 77, 3, (byte) number}, octets))
                .withEsmClass(0x40);
    }

    private static SmppDelivery part(String phone, int number, String text) {
        var octets = with(new byte[] {6, 8, 4, 1, 77, 2, (byte) number}, text.getBytes(StandardCharsets.US_ASCII));
        return SmppDelivery.message(phone, "12345", 0, octets).withEsmClass(0x40);
    }

    private static SmppDelivery sar(int number, String text) {
        return SmppDelivery.message(PHONE, "12345", 0, text.getBytes(StandardCharsets.US_ASCII))
                .with(0x020C, new byte[] {0, 9})
                .with(0x020E, new byte[] {2})
                .with(0x020F, new byte[] {(byte) number});
    }

    private static byte[] slice(byte[] octets, int from, int to) {
        return Arrays.copyOfRange(octets, from, to);
    }

    private static byte[] with(byte[] header, byte[] octets) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(header);
        all.writeBytes(octets);
        return all.toByteArray();
    }
}
