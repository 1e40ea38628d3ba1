package ai.jiga.store.badexample.whatcallersseedifferentlysaysso.user.inbound;

import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;

record BadResource(CurrentCaller caller) {
    @Cached(Cached.LISTINGS)
    String greeting() {
        return "Hello, " + caller.userId();
    }
}
