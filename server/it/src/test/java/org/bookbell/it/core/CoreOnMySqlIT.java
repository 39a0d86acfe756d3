package org.bookbell.it.core;

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
        Vendor.MYSQL.server();
        TestDatabase.take(() -> Vendor.MYSQL.freshSchema().pool(64));
    }

    @AfterSuite
    static void stopUsing() {
        TestDatabase.take(null);
    }
}
