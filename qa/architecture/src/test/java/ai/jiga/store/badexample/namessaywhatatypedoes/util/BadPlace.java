package ai.jiga.store.badexample.namessaywhatatypedoes.util;

record BadPlace(String name) {}
