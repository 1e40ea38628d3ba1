package ai.jiga.store.app.rules;

import ai.jiga.store.kernel.UserId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Those who try to read and write.
enum Who {
    /// Not signed in.
    ANONYMOUS(null),
    /// Signed in, and in none of the documents.
    STRANGER("01980000-0000-7000-8000-00000000000c"),
    /// Whom the documents are about: their owner, player, payer or writer.
    ALICE("01980000-0000-7000-8000-00000000000a"),
    /// The other side: the owner of the agent that Alice hired, the receiver of what she gave.
    BOB("01980000-0000-7000-8000-00000000000b");

    private final @Nullable String uid;

    Who(@Nullable String uid) {
        this.uid = uid;
    }

    static Set<Who> everybody() {
        return EnumSet.allOf(Who.class);
    }

    static Set<Who> nobody() {
        return EnumSet.noneOf(Who.class);
    }

    static Set<Who> those(Predicate<Who> may) {
        Set<Who> those = nobody();
        everybody().stream().filter(may).forEach(those::add);
        return those;
    }

    Set<Who> only() {
        return EnumSet.of(this);
    }

    boolean isSignedIn() {
        return uid != null;
    }

    UserId id() {
        return UserId.of(Objects.requireNonNull(uid, "nobody in particular"));
    }

    /// The id as the Firestore engine spells it: whatever the hash is, rules see two hex digits of it.
    String storedId() {
        return "a7~" + id();
    }
}
