package ai.jiga.store.documents.testkit;

/// Everything that an engine promises.
public interface DocumentStoreContract extends EngineUnderTest {}
