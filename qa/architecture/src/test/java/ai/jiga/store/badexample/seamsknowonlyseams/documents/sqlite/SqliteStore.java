package ai.jiga.store.badexample.seamsknowonlyseams.documents.sqlite;

public record SqliteStore(String file) {}
