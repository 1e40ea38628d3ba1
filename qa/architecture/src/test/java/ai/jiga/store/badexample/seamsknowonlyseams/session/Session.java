package ai.jiga.store.badexample.seamsknowonlyseams.session;

public record Session(String id) {}
