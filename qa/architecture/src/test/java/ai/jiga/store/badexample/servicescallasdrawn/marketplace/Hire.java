package ai.jiga.store.badexample.servicescallasdrawn.marketplace;

import ai.jiga.store.badexample.servicescallasdrawn.contracts.session.Sessions;

record Hire(Sessions sessions) {}
