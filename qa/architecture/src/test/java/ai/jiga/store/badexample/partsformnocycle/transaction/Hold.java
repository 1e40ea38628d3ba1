package ai.jiga.store.badexample.partsformnocycle.transaction;

public record Hold(long amount) {}
