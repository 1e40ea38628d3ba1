package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record BadSessionManager(String name) {}
