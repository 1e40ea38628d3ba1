package ai.jiga.store.badexample.textsofrequestsareprose.user.inbound;

import ai.jiga.store.text.Verbatim;
import jakarta.validation.constraints.Size;

record Request(@Verbatim @Size(max = 100) String timezone) {}
