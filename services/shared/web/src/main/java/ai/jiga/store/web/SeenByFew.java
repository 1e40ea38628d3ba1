package ai.jiga.store.web;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// An answer that some callers see otherwise than everybody, or that only they see. Whether it may be kept by caches
/// that many share is a property of the answer: the route does not know it.
public interface SeenByFew {
    /// Whether it is what anybody would get.
    @JsonIgnore
    boolean isForEverybody();
}
