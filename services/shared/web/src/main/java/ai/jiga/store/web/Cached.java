package ai.jiga.store.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A public GET: its answer carries `Cache-Control: public, max-age` and an `ETag`, and `If-None-Match` is honoured.
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Cached {
    int LISTINGS = 300;
    int PROFILES = 600;
    int STATIC = 3600;

    /// Seconds.
    int value();
}
