package ai.jiga.store.badexample.whatcallersseedifferentlysaysso.user.inbound;

import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.SeenByFew;

record Resource(CurrentCaller caller) {
    record Greeting(String text) implements SeenByFew {
        @Override
        public boolean isForEverybody() {
            return false;
        }
    }

    @Cached(Cached.LISTINGS)
    Greeting greeting() {
        return new Greeting("Hello, " + caller.userId());
    }

    @Cached(Cached.LISTINGS)
    String rules() {
        return "Be kind.";
    }
}
