package ai.jiga.store.web;

/// An answer whose `ETag` begins with its version, so that a PUT or PATCH with `If-Match` can be checked in the
/// transaction that writes.
public interface Versioned {
    long version();
}
