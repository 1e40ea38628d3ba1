package ai.jiga.store.badexample.servicescallasdrawn.transaction;

import ai.jiga.store.badexample.servicescallasdrawn.contracts.session.SessionEnded;

record OnSessionEnded(SessionEnded event) {}
