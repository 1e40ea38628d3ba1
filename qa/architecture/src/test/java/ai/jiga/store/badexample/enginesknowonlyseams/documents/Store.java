package ai.jiga.store.badexample.enginesknowonlyseams.documents;

public interface Store {
    long size();
}
