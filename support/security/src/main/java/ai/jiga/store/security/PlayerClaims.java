package ai.jiga.store.security;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a player's token says beside its subject, as one claim: by which key, and what may be spent.
final class PlayerClaims {
    static final String NAME = "player";

    private PlayerClaims() {}

    static Map<String, Object> of(Admission.AsPlayer player) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("key", player.keyId());
        claims.put("revision", player.revision());
        claims.put("epoch", player.epoch());
        claims.put("studio", player.studio().value());
        UserId payer = player.purse().payer();
        if (payer != null) {
            claims.put("payer", payer.value());
        }
        Instant until = player.until();
        if (until != null) {
            claims.put("until", until.toEpochMilli());
        }
        claims.put(
                "agents",
                player.purse().agents().stream().map(AgentId::value).sorted().toList());
        claims.put(
                "budgets",
                player.purse().budgets().stream().map(PlayerClaims::of).toList());
        return claims;
    }

    private static Map<String, Object> of(Budget budget) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("id", budget.id());
        put(claims, "day", budget.day());
        put(claims, "month", budget.month());
        put(claims, "total", budget.total());
        put(claims, "inFlight", budget.inFlight());
        return claims;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Dof limit) {
        if (limit != null) {
            claims.put(name, limit.amount());
        }
    }

    /// Empty for anything that [#of(Admission.AsPlayer)] did not make.
    static Optional<Admission> read(Map<?, ?> claims) {
        if (!(claims.get("key") instanceof String key)
                || !(claims.get("revision") instanceof Long revision)
                || !(claims.get("epoch") instanceof Long epoch)
                || !(claims.get("studio") instanceof String studio)
                || !(claims.get("agents") instanceof List<?> agents)
                || !(claims.get("budgets") instanceof List<?> listed)) {
            return Optional.empty();
        }
        var budgets = new ArrayList<Budget>();
        for (Object one : listed) {
            if (!(one instanceof Map<?, ?> budget) || !(budget.get("id") instanceof String id)) {
                return Optional.empty();
            }
            budgets.add(new Budget(
                    id, dof(budget, "day"), dof(budget, "month"), dof(budget, "total"), dof(budget, "inFlight")));
        }
        UserId payer = claims.get("payer") instanceof String id ? UserId.of(id) : null;
        Instant until = claims.get("until") instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
        var purse = new Purse(
                payer,
                budgets,
                agents.stream().map(String::valueOf).map(AgentId::of).collect(Collectors.toSet()));
        return Optional.of(new Admission.AsPlayer(key, revision, epoch, UserId.of(studio), purse, until));
    }

    private static @Nullable Dof dof(Map<?, ?> budget, String name) {
        return budget.get(name) instanceof Long amount ? Dof.of(amount) : null;
    }
}
