package ai.jiga.store.badexample.constraintsbindthefield.user.inbound;

import jakarta.validation.constraints.NotNull;

record BadRequest(Request.@NotNull Kind kind) {}
