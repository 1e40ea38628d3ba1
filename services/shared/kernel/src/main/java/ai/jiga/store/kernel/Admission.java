package ai.jiga.store.kernel;

import java.time.Instant;

/// By what a user was let in, so that what it opened can end with it.
public sealed interface Admission {
    /// A sign-in of this store.
    ///
    /// @param id the sign-in's
    /// @param epoch the user's when it began: "signed out everywhere" ends those of an earlier one
    record SignedIn(String id, long epoch) implements Admission {}

    /// The word of another issuer.
    ///
    /// @param issuedAt when its token was made, in whole seconds
    record VouchedFor(Instant issuedAt) implements Admission {}
}
