package org.bookbell.it.core;

import org.bookbell.it.database.ReusedSchemas;
import org.bookbell.it.database.Vendor;
import org.bookbell.storage.TestDatabase;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.Suite;

@Suite
@TestsOfStorage
class CoreOnMySqlIT {

    @BeforeSuite
    static void use() {
        TestDatabase.take(ReusedSchemas.on(Vendor.MYSQL));
    }

    @AfterSuite
    static void stopUsing() {
        TestDatabase.take(null);
    }
}
