package ai.jiga.store.badexample.servicesknownoengine.search;

public interface SearchIndex {
    long size();
}
