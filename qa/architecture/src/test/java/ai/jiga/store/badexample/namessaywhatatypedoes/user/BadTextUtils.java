package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record BadTextUtils(String name) {}
