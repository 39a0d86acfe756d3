package org.bookbell.export.busy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.export.busy.fetch.Fetching;

/** What a subscription needs besides its row. */
@Dependent
record Subscribing(AddressCipher cipher, BusyBlocks blocks, Fetching fetching) {

    @Inject
    Subscribing {}
}
