package org.bookbell.booking.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Appointments;
import org.bookbell.storage.ServerKey;

/**
 * Secrets of links with which a client confirms, moves or cancels an appointment: the appointment's id and a 128-bit
 * HMAC over id and token version, so that a reminder written a month later can carry the same link.
 */
@Dependent
public class SelfLinks {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-z]{1,38}");
    private static final int MAC_BYTES = 16;
    private static final int ID_BYTES = Long.BYTES;

    private final ServerKey key;
    private final Appointments appointments;

    @Inject
    public SelfLinks(ServerKey key, Appointments appointments) {
        this.key = key;
        this.appointments = appointments;
    }

    /** The secret of {@code appointment}'s link: at most 38 digits and lower-case letters, which no mail reader cuts. */
    public String token(Appointment appointment) {
        var bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(appointment.id())
                .put(mac(appointment))
                .array();
        return new BigInteger(1, bytes).toString(Character.MAX_RADIX);
    }

    /** The appointment whose link has this secret. */
    public Optional<Appointment> find(String token) {
        return decode(token)
                .flatMap(bytes -> appointments
                        .find(ByteBuffer.wrap(bytes).getLong())
                        .filter(found ->
                                MessageDigest.isEqual(mac(found), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))));
    }

    private byte[] mac(Appointment appointment) {
        var subject = ByteBuffer.allocate(ID_BYTES + Integer.BYTES)
                .putLong(appointment.id())
                .putInt(appointment.tokenVersion())
                .array();
        return Arrays.copyOf(key.mac("self", subject), MAC_BYTES);
    }

    private static Optional<byte[]> decode(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var number = new BigInteger(token, Character.MAX_RADIX);
        if (number.bitLength() > (ID_BYTES + MAC_BYTES) * Byte.SIZE) {
            return Optional.empty();
        }
        var bytes = number.toByteArray();
        var padded = new byte[ID_BYTES + MAC_BYTES];
        var length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        return Optional.of(padded);
    }
}
