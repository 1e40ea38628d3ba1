package ai.jiga.store.badexample.textsofrequestsareprose.user.inbound;

import jakarta.validation.constraints.Size;

record BadRequest(@Size(max = 50) String displayName) {}
