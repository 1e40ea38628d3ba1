package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import org.jspecify.annotations.Nullable;

/// As long as this document exists, under [EmailAddress#documentId], its address belongs to this user and no other.
///
/// @param rule by which domains were read when it was made: [#UTS_46], or null for IDNA 2003. One of that time
///     holds every address that was taken for the same then, because nobody knows any more which of them was typed
public record EmailGuard(UserId userId, @Nullable String rule) {
    static final String UTS_46 = "uts46";

    public static EmailGuard of(UserId userId) {
        return new EmailGuard(userId, UTS_46);
    }

    /// Whether it holds what had the same [EmailAddress#former] too.
    public boolean isOfBefore() {
        return rule == null;
    }
}
