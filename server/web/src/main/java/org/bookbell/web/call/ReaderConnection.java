package org.bookbell.web.call;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the connection of a request. A server ends an answer properly even where what writes it has failed, so that a short
 * download would look like a complete one; nothing in the Servlet API prevents that. On Payara the connection is asked for
 * under the names of its classes; other servers are left to end the answer as they do.
 */
@WebListener
public class ReaderConnection implements ServletRequestListener {

    private static final Logger LOG = System.getLogger(ReaderConnection.class.getName());
    private static final String ATTRIBUTE = ReaderConnection.class.getName();
    /** From Catalina's facade of a request over Grizzly's to the socket. */
    private static final List<String> WAY = List.of(
            "getUnwrappedCoyoteRequest", "getCoyoteRequest", "getRequest", "getConnection", "terminateSilently");

    /** Keeps the request itself: what is injected into resources stands before it. */
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(ATTRIBUTE, event.getServletRequest());
    }

    /** Cuts the connection of the request for which this runs. */
    public static void cut(HttpServletRequest request) {
        try {
            var at = request.getAttribute(ATTRIBUTE);
            for (var step : WAY) {
                at = call(Objects.requireNonNull(at, step), step);
            }
        } catch (ReflectiveOperationException | RuntimeException unknownServer) {
            LOG.log(
                    Level.WARNING,
                    "This server does not let a broken download be cut off; its reader may take it for complete.",
                    unknownServer);
        }
    }

    private static @Nullable Object call(Object target, String name) throws ReflectiveOperationException {
        var method = target.getClass().getMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }
}
