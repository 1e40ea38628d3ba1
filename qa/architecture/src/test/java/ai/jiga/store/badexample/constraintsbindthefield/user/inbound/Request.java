package ai.jiga.store.badexample.constraintsbindthefield.user.inbound;

import jakarta.validation.constraints.NotNull;

record Request(@NotNull Kind kind) {
    enum Kind {
        ONE
    }
}
