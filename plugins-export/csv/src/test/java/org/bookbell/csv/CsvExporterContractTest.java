package org.bookbell.csv;

import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.testkit.AppointmentExporterContract;

class CsvExporterContractTest extends AppointmentExporterContract {

    @Override
    protected AppointmentExporter exporter() {
        return new CsvExporter();
    }
}
