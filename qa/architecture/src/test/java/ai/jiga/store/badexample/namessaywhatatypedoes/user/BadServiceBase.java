package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record BadServiceBase(String name) {}
