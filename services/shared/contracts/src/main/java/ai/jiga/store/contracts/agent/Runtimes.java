package ai.jiga.store.contracts.agent;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose models are connected to this store, and so which agents answer. A provider is what an owner asks for; a
/// runtime is what really answers.
///
/// @param connected the providers that have a runtime
public record Runtimes(Set<Provider> connected) {
    /// The store's own coach alone, which needs no network.
    public static final Runtimes BUILTIN = new Runtimes(Set.of(Provider.BUILTIN));

    public Runtimes {
        connected = Set.copyOf(connected);
    }

    /// Those of these names that are known: a runtime of another name answers nobody.
    public static Runtimes named(Set<String> names) {
        EnumSet<Provider> known = EnumSet.allOf(Provider.class);
        known.removeIf(provider -> !names.contains(provider.label()));
        return new Runtimes(known);
    }

    /// What answers for an agent. The platform promises that its own agents, and what is derived from them,
    /// answer, so the coach stands in where their provider's runtime is not connected. Nobody stands in for an
    /// agent that a user made of another provider: it would be sold as something it is not.
    ///
    /// @param platforms whether it is a system agent or a variant of one
    /// @return null when nothing answers
    public @Nullable Provider answering(Provider asked, boolean platforms) {
        if (connected.contains(asked)) {
            return asked;
        }
        return platforms && connected.contains(Provider.BUILTIN) ? Provider.BUILTIN : null;
    }
}
