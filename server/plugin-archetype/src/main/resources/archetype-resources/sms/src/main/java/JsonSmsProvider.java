package ${package};

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS through a provider that takes JSON over HTTP. */
public class JsonSmsProvider implements SmsProvider {

    @Override
    public String name() {
        return "${name}";
    }

    @Override
    public String label() {
        return "${name}";
    }

    @Override
    public List<Setting> settings() {
        return Account.SETTINGS;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        return Account.faults(settings, SmsProvider.super.validate(settings));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new JsonSmsGateway(Account.of(context.settings()));
    }
}
