package ai.jiga.store.badexample.namessaywhatatypedoes.user;

record Implant(String name) {}
