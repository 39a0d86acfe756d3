package org.bookbell.smpp.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What a command_status of a response means (SMPP 3.4, 5.1.3).
 *
 * @param value the command_status
 */
public record CommandStatus(int value) {

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            meaning(0x01, RefusalReason.CONTENT, "ESME_RINVMSGLEN, message length is invalid"),
            meaning(0x02, RefusalReason.OTHER, "ESME_RINVCMDLEN, command length is invalid"),
            meaning(0x03, RefusalReason.OTHER, "ESME_RINVCMDID, invalid command"),
            meaning(0x04, RefusalReason.UNAVAILABLE, "ESME_RINVBNDSTS, incorrect bind status for the command"),
            meaning(0x05, RefusalReason.UNAVAILABLE, "ESME_RALYBND, already bound"),
            meaning(0x08, RefusalReason.UNAVAILABLE, "ESME_RSYSERR, system error"),
            meaning(0x0A, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVSRCADR, invalid source address"),
            meaning(0x0B, RefusalReason.INVALID_RECIPIENT, "ESME_RINVDSTADR, invalid destination address"),
            meaning(0x0D, RefusalReason.ACCOUNT, "ESME_RBINDFAIL, bind failed"),
            meaning(0x0E, RefusalReason.ACCOUNT, "ESME_RINVPASWD, invalid password"),
            meaning(0x0F, RefusalReason.ACCOUNT, "ESME_RINVSYSID, invalid system id"),
            meaning(0x14, RefusalReason.UNAVAILABLE, "ESME_RMSGQFUL, message queue full"),
            meaning(0x15, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVSERTYP, invalid service type"),
            meaning(0x43, RefusalReason.OTHER, "ESME_RINVESMCLASS, invalid esm_class"),
            meaning(0x45, RefusalReason.OTHER, "ESME_RSUBMITFAIL, submit_sm failed"),
            meaning(0x48, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVSRCTON, invalid source address TON"),
            meaning(0x49, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVSRCNPI, invalid source address NPI"),
            meaning(0x50, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVDSTTON, invalid destination address TON"),
            meaning(0x51, RefusalReason.SENDER_OR_ROUTE, "ESME_RINVDSTNPI, invalid destination address NPI"),
            meaning(0x53, RefusalReason.ACCOUNT, "ESME_RINVSYSTYP, invalid system type"),
            meaning(0x58, RefusalReason.THROTTLED, "ESME_RTHROTTLED, more messages than allowed"),
            meaning(0x61, RefusalReason.OTHER, "ESME_RINVSCHED, invalid scheduled delivery time"),
            meaning(0x62, RefusalReason.OTHER, "ESME_RINVEXPIRY, invalid validity period"),
            meaning(0x64, RefusalReason.UNAVAILABLE, "ESME_RX_T_APPN, temporary application error"),
            meaning(0x65, RefusalReason.OTHER, "ESME_RX_P_APPN, permanent application error"),
            meaning(0x66, RefusalReason.OTHER, "ESME_RX_R_APPN, message rejected"),
            meaning(0xFE, RefusalReason.OTHER, "ESME_RDELIVERYFAILURE, delivery failure"),
            meaning(0xFF, RefusalReason.OTHER, "ESME_RUNKNOWNERR, unknown error"));

    private record Meaning(RefusalReason reason, String words) {}

    public static CommandStatus of(int value) {
        return new CommandStatus(value);
    }

    /** Why a message was refused with it; {@link RefusalReason#OTHER} for what the standard does not define. */
    public RefusalReason reason() {
        return meaning().map(Meaning::reason).orElse(RefusalReason.OTHER);
    }

    /** Why a bind was refused: a code that the standard does not define is about the account as well. */
    public RefusalReason reasonOfBind() {
        return meaning().map(Meaning::reason).orElse(RefusalReason.ACCOUNT);
    }

    /** The code as operators write it, such as {@code 0x0000000B}. */
    public String code() {
        return String.format(Locale.ROOT, "0x%08X", value);
    }

    /** The standard's name and words, or only the code. */
    public String inWords() {
        return meaning().map(known -> known.words() + " (" + code() + ")").orElseGet(this::code);
    }

    /** Whether the same request may succeed in a moment. */
    public boolean mayPassSoon() {
        return value == 0x58 || value == 0x14;
    }

    private Optional<Meaning> meaning() {
        return Optional.ofNullable(MEANINGS.get(value));
    }

    private static Map.Entry<Integer, Meaning> meaning(int value, RefusalReason reason, String words) {
        return Map.entry(value, new Meaning(reason, words));
    }
}
