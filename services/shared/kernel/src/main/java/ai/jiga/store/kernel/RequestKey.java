package ai.jiga.store.kernel;

/// An `Idempotency-Key` as it is kept: neither the key nor the body itself.
///
/// @param id hash of tenant, operation and key: the record's document id
/// @param inputHash hash of the request's body: the same key with another body is a mistake of the client's
public record RequestKey(String id, String inputHash) {}
