package ${package};

import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.testkit.AppointmentExporterContract;

class PlainExporterContractTest extends AppointmentExporterContract {

    @Override
    protected AppointmentExporter exporter() {
        return new PlainExporter();
    }
}
