package ai.jiga.store.badexample.nothingisinjectedintofields.user;

import jakarta.inject.Inject;

class Resource {
    private final String name;

    @Inject
    Resource(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
