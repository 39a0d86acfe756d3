package org.bookbell.it.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** H2 in files, with the settings of the product: an acknowledged commit is on the disk. */
final class H2Server implements DatabaseServer {

    private final AtomicInteger made = new AtomicInteger();
    private final Path directory = ScratchDirectory.create("h2");

    H2Server() {
        ScratchDirectory.deleteAtEnd(directory, () -> {});
    }

    @Override
    public Schema freshSchema() {
        var file = directory.resolve("test" + made.incrementAndGet());
        return new Schema(Vendor.H2, "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "sa");
    }
}
