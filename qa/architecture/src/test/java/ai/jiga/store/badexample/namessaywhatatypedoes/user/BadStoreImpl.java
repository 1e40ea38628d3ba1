package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record BadStoreImpl(String name) {}
