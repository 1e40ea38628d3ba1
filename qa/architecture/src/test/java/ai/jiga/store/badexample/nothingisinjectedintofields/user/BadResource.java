package ai.jiga.store.badexample.nothingisinjectedintofields.user;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

class BadResource {
    @Inject
    @Nullable
    String name;
}
