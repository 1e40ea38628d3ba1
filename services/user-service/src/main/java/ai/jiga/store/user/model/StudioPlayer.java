package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.OpaqueTokens;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody whom a studio knows by an id of its own. The same studio and id are the same player, whichever key asks.
///
/// @param studio the account whose key it is; in test, who that is in test
/// @param externalId the studio's id of the player
public record StudioPlayer(UserId studio, String externalId) {
    private static final String ISSUER = "studio:";
    private static final int HASH = 32;

    /// Whose wallet a player spends.
    public enum Spends {
        @JsonProperty("own")
        OWN,
        @JsonProperty("studio")
        STUDIO
    }

    /// How much of the studio's a player may spend, in DOF, and with whom.
    ///
    /// @param day null: no limit, as with `total`
    /// @param agents the agents that the studio pays for; empty: any
    public record Cap(@Nullable Dof day, @Nullable Dof total, Set<AgentId> agents) {
        public Cap {
            agents = Set.copyOf(agents);
        }

        public Cap(@Nullable Dof day, @Nullable Dof total) {
            this(day, total, Set.of());
        }
    }

    /// Nobody guesses it who does not know the studio's id of the player, and nobody else's has this form.
    public UserId userId() {
        String hash = OpaqueTokens.hash(studio.value() + "\n" + externalId).substring(0, HASH);
        UserId id = UserId.of("player-" + hash);
        return studio.isTest() ? id.inTest() : id;
    }

    public Origin origin() {
        return new Origin(ISSUER + studio.value(), externalId, false);
    }

    /// What the player may spend: what is their own; or what is the studio's, within the cap and within what the key
    /// may.
    public Purse purse(Spends spends, @Nullable Cap cap, Admission.ByKey key) {
        if (spends == Spends.OWN) {
            return Purse.OWN;
        }
        List<Budget> budgets = new ArrayList<>(key.purse().budgets());
        if (cap != null) {
            budgets.add(new Budget(userId().value(), cap.day(), null, cap.total(), null));
        }
        return new Purse(studio, budgets, cap == null ? Set.of() : cap.agents());
    }
}
