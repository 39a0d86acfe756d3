package org.bookbell.smpp.inbound;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.smpp.inbound.PartialReplies.LongReply;
import org.bookbell.smpp.receipt.Later;
import org.bookbell.smpp.text.Address;
import org.bookbell.smpp.text.DefaultAlphabet;
import org.bookbell.smpp.text.PartHeader;
import org.bookbell.smpp.wire.Incoming;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.jsmpp.bean.OptionalParameter.Tag;

/** Reads what people wrote, and joins what came in parts. */
public final class ReplyDesk {

    private static final Logger LOG = System.getLogger(ReplyDesk.class.getName());

    /** After which a part that is missing will not come any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern INTERNATIONAL = Pattern.compile("[1-9][0-9]{4,14}");
    /** Without a type, what is shorter is rather a short code, or a number without its country. */
    private static final Pattern PROBABLY_INTERNATIONAL = Pattern.compile("[1-9][0-9]{9,14}");

    private final DefaultAlphabet alphabet;
    private final ReceiptListener listener;
    private final Later later;
    private final PartialReplies partial = new PartialReplies();

    public ReplyDesk(DefaultAlphabet alphabet, ReceiptListener listener, Later later) {
        this.alphabet = alphabet;
        this.listener = listener;
        this.later = later;
    }

    /**
     * Takes one message. What no phone sent, or what is no text, is left.
     *
     * @throws RuntimeException if it could not be stored
     */
    void take(Incoming incoming) {
        var from = phone(incoming.sourceType(), incoming.source());
        if (from.isEmpty()) {
            LOG.log(Level.DEBUG, "A message was left whose sender is no international number.");
            return;
        }
        var octets = incoming.hasHeader() ? PartHeader.strip(incoming.octets()) : incoming.octets();
        var header = header(incoming).filter(found -> found.total() > 1);
        if (header.isEmpty()) {
            pass(incoming, from.get(), octets);
            return;
        }
        var key = new LongReply(
                incoming.source(),
                incoming.destination(),
                header.get().reference(),
                header.get().total());
        join(incoming, from.get(), key, header.get(), octets);
    }

    private void join(Incoming incoming, String from, LongReply key, PartHeader header, byte[] octets) {
        var isFirst = partial.find(key).isEmpty();
        var whole = partial.add(key, header, octets);
        if (whole.isPresent()) {
            pass(incoming, from, whole.get());
            partial.forget(key);
        } else if (isFirst) {
            var unused = later.in(PATIENCE, () -> {
                partial.find(key).ifPresent(some -> pass(incoming, from, some));
                partial.forget(key);
            });
        }
    }

    private void pass(Incoming incoming, String from, byte[] octets) {
        var to = phone(incoming.destinationType(), incoming.destination())
                .or(() -> Optional.of(incoming.destination()).filter(sender -> !sender.isBlank()));
        Coding.read(incoming.dataCoding(), octets, alphabet)
                .map(text -> new Reply(from, to, text, Optional.empty(), Optional.empty(), text))
                .ifPresent(listener::receiveReply);
    }

    /** By the user data header, or by the TLVs for segmentation (SMPP 3.4, 5.3.2.22 to 24). */
    private static Optional<PartHeader> header(Incoming incoming) {
        if (incoming.hasHeader()) {
            return PartHeader.find(incoming.octets());
        }
        var reference = number(incoming, Tag.SAR_MSG_REF_NUM);
        var total = number(incoming, Tag.SAR_TOTAL_SEGMENTS);
        var number = number(incoming, Tag.SAR_SEGMENT_SEQNUM);
        return reference.isPresent() && total.isPresent() && number.isPresent()
                ? PartHeader.of(reference.get(), total.get(), number.get())
                : Optional.empty();
    }

    private static Optional<Integer> number(Incoming incoming, Tag tag) {
        return incoming.parameters().find(tag).flatMap(value -> switch (value.length) {
            case 1 -> Optional.of(value[0] & 0xFF);
            case 2 -> Optional.of(ByteBuffer.wrap(value).getShort() & 0xFFFF);
            default -> Optional.empty();
        });
    }

    /** In E.164 with its plus sign; empty for short codes, names and numbers without their country. */
    private static Optional<String> phone(byte type, String address) {
        var digits = address.startsWith("+") ? address.substring(1) : address;
        var spelling =
                Address.isInternational(type) || address.startsWith("+") ? INTERNATIONAL : PROBABLY_INTERNATIONAL;
        var isNational = type > 1 && !address.startsWith("+");
        return isNational || !spelling.matcher(digits).matches() ? Optional.empty() : Optional.of("+" + digits);
    }
}
