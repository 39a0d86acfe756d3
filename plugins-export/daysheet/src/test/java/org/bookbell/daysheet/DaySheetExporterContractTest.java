package org.bookbell.daysheet;

import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.testkit.AppointmentExporterContract;

class DaySheetExporterContractTest extends AppointmentExporterContract {

    @Override
    protected AppointmentExporter exporter() {
        return new DaySheetExporter();
    }
}
