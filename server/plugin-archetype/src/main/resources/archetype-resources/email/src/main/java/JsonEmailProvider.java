package ${package};

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.GatewayContext;

/** E-mail through a provider that takes JSON over HTTP. */
public class JsonEmailProvider implements EmailProvider {

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
        return Account.faults(settings, EmailProvider.super.validate(settings));
    }

    @Override
    public EmailGateway open(GatewayContext context) {
        return new JsonEmailGateway(Account.of(context.settings()));
    }
}
