package org.bookbell.ical;

import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.testkit.AppointmentExporterContract;

class IcalExporterContractTest extends AppointmentExporterContract {

    @Override
    protected AppointmentExporter exporter() {
        return new IcalExporter();
    }
}
