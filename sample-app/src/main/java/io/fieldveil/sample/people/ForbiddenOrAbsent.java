package io.fieldveil.sample.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers a refused request of someone who is signed in: 404 where no controller would have answered, 403 where one
 * would. It permits nothing; the request was refused before.
 */
final class ForbiddenOrAbsent implements AccessDeniedHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final ObjectProvider<HandlerMapping> handlers;

    ForbiddenOrAbsent(ObjectProvider<HandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException || hasController(request)) {
            forbidden.handle(request, response, denied);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean hasController(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return handlers.orderedStream().anyMatch(mapping -> leadsToController(mapping, request));
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    private static boolean leadsToController(HandlerMapping mapping, HttpServletRequest request) {
        try {
            var found = mapping.getHandler(request);
            // Spring maps every path to its static files, also those that are not there.
            return found != null && !(found.getHandler() instanceof ResourceHttpRequestHandler);
        } catch (Exception thereForAnotherMethodOrMediaType) {
            return true;
        }
    }
}
