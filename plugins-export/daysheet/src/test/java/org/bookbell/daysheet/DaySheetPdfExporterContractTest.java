package org.bookbell.daysheet;

import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.testkit.AppointmentExporterContract;

class DaySheetPdfExporterContractTest extends AppointmentExporterContract {

    @Override
    protected AppointmentExporter exporter() {
        return new DaySheetPdfExporter();
    }
}
