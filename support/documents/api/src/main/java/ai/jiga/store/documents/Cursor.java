package ai.jiga.store.documents;

/// Where the next page of a query begins: after the document with these order values and this path. Opaque: made by
/// an engine, sealed by the web layer before a client sees it.
///
/// @param token an engine's own text; meaningful for the same query only
public record Cursor(String token) {}
