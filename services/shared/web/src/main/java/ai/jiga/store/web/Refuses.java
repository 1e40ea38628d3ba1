package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The refusals of an operation's own, for its description. What every operation may answer (a bad token, a
/// body that is no JSON, too many requests) follows from what it takes and is not named here.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    ErrorCode[] value();
}
