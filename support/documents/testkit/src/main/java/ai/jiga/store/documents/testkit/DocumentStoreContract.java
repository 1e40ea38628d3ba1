package ai.jiga.store.documents.testkit;

/// Everything that an engine promises which is the whole of its database: its clock's times and its own sweeps too.
public interface DocumentStoreContract extends SharedContract, EngineTimesContract, ExpiryContract {}
