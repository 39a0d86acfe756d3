package org.bookbell.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Template;
import org.bookbell.http.rule.Values;
import org.bookbell.http.wire.Request.Body;

/** XML with placeholders in its texts and attribute values. */
public final class XmlTemplate implements BodyTemplate {

    private final Template template;

    private XmlTemplate(Template template) {
        this.template = template;
    }

    public static XmlTemplate parse(String xml) {
        return new XmlTemplate(Template.parse(xml));
    }

    @Override
    public Body fill(Values values) throws Unwritable {
        var xml = template.fill(values, Escapes::xml);
        if (!xml.codePoints().allMatch(XmlTemplate::isCharacter)) {
            throw new Unwritable("The text holds a control character, which XML cannot carry.");
        }
        return new Body("text/xml; charset=utf-8", xml.getBytes(UTF_8));
    }

    /** XML 1.0, 2.2. */
    private static boolean isCharacter(int codePoint) {
        var isLine = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        return isLine || (codePoint >= 0x20 && codePoint != 0xfffe && codePoint != 0xffff);
    }

    @Override
    public Set<Placeholder> placeholders() {
        return template.placeholders();
    }
}
