package ai.jiga.store.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// What the framework would serve beside the API is not there: its own pages and the files of libraries.
final class HiddenPaths implements Handler<RoutingContext> {
    private static final List<String> ROOTS = List.of("/q", "/webjars");

    private final EdgeProblems problems;

    HiddenPaths(EdgeProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        if (ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"))) {
            problems.answer(context, EdgeProblems.nothingHere());
        } else {
            context.next();
        }
    }
}
