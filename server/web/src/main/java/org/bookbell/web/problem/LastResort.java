package org.bookbell.web.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container shows where a failure never reached the {@link ProblemMapper}: nothing of what happened. It also comes
 * here where something failed after the answer had begun; whoever reads that would take any more for a part of it.
 */
@WebServlet("/failure")
public class LastResort extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var status = response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                ? HttpServletResponse.SC_NOT_FOUND
                : response.getStatus();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print("{\"title\":\"The request cannot be answered\",\"status\":" + status + "}");
    }
}
