package ai.jiga.store.badexample.servicescallasdrawn.session;

import ai.jiga.store.badexample.servicescallasdrawn.contracts.session.Sessions;

record StartSession(String prefix) implements Sessions {
    @Override
    public String start(String agent) {
        return prefix + agent;
    }
}
