package ai.jiga.store.badexample.enginesknowonlyseams.kernel;

public record Text(String value) {}
