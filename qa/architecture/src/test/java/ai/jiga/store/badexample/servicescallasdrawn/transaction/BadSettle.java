package ai.jiga.store.badexample.servicescallasdrawn.transaction;

import ai.jiga.store.badexample.servicescallasdrawn.contracts.session.Sessions;

record BadSettle(Sessions sessions) {}
