package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record BadPriceHelper(String name) {}
