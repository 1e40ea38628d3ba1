package ai.jiga.store.badexample.enginesknowonlyseams.documents.memory;

public record MemoryStore(String name) {}
