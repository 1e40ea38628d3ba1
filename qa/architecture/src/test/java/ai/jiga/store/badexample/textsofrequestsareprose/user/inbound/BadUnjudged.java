package ai.jiga.store.badexample.textsofrequestsareprose.user.inbound;

import jakarta.ws.rs.POST;
import java.util.List;

record BadUnjudged(String displayName, List<BadInner> inner) {
    record BadInner(String motto) {}

    interface Taker {
        @POST
        void take(BadUnjudged body);
    }
}
