package ai.jiga.store.badexample.enginesknowonlyseams.documents.engine;

public record Codec(String charset) {}
