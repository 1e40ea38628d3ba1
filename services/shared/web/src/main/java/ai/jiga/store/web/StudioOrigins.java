package ai.jiga.store.web;

/// The sites that studios name in their publishable keys. Asked for every request: costs a look into memory.
@FunctionalInterface
public interface StudioOrigins {
    /// @param origin in lower case
    boolean include(String origin);
}
