package org.bookbell.export.busy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bookbell.export.busy.fetch.FeedAddress;
import org.bookbell.storage.Seal;
import org.bookbell.storage.ServerKey;

/** Keeps addresses of outside calendars sealed, each bound to the id of its subscription. */
@Dependent
class AddressCipher {

    private final Seal seal;

    @Inject
    AddressCipher(ServerKey serverKey) {
        this.seal = Seal.of(serverKey, "bookbell addresses of outside calendars");
    }

    String seal(long id, FeedAddress address) {
        return seal.close(owner(id), address.secret().getBytes(UTF_8));
    }

    /** The address, or empty if it was written with another server key or damaged. */
    Optional<FeedAddress> open(long id, String text) {
        return seal.open(owner(id), text).flatMap(clear -> FeedAddress.parse(new String(clear, UTF_8)));
    }

    private static byte[] owner(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }
}
