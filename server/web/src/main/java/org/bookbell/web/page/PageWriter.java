package org.bookbell.web.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.bookbell.web.Endpoint;

/** Writes a page by its template; it is whole before its first byte leaves, so that a failure is still an error page. */
@Provider
@Endpoint
public class PageWriter implements MessageBodyWriter<Page> {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), "org.bookbell.web");

    private final Frames frames;

    @Inject
    PageWriter(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8");
        var frame = frames.of(page);
        var output = new Utf8ByteOutput();
        if (page.fragment()) {
            render(page, frame, output);
        } else {
            Content content = inner -> render(page, frame, inner);
            TEMPLATES.render("page/layout.jte", Map.of("frame", frame, "content", content), output);
        }
        output.writeTo(out::write);
    }

    private static void render(Page page, Frame frame, TemplateOutput output) {
        TEMPLATES.render(page.template() + ".jte", Map.of("view", page.view(), "frame", frame), output);
    }
}
