package ai.jiga.store.badexample.servicesknownoengine.search.lucene;

public record LuceneIndex(String folder) {}
