package ai.jiga.store.badexample.seamsknowonlyseams.documents;

public interface Store {
    long size();
}
