package ai.jiga.store.marketplace.model;

import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a listing must keep so that it may be on the market.
public final class ListingRules {
    private static final List<Rule> ALL = List.of(
            ListingRules::rateOfAVariantIsAtMostItsOwn,
            ListingRules::rateLiesInTheRanksRange,
            ListingRules::categoriesAreKnown);

    private ListingRules() {}

    @FunctionalInterface
    private interface Rule {
        Optional<Rejection> broken(ListedAgent agent, ListingContent content);
    }

    /// Refused when nothing answers for the agent: it would be sold as something it is not.
    public static Optional<Rejection> unanswered(String name, Provider asked, @Nullable Provider runtime) {
        return runtime != null
                ? Optional.empty()
                : Optional.of(Rejection.of(
                                ErrorCode.RUNTIME_NOT_CONNECTED,
                                "Nothing answers for " + name + ": its provider is " + asked.label()
                                        + ", and this store has no runtime of it connected. Its owner may send the"
                                        + " whole agent again with another provider, such as builtin: PUT"
                                        + " /api/v1/agents/{id}.")
                        .with("provider", asked.label()));
    }

    /// The first rule that is broken.
    public static Optional<Rejection> broken(ListedAgent agent, ListingContent content) {
        return ALL.stream()
                .flatMap(rule -> rule.broken(agent, content).stream())
                .findFirst();
    }

    static boolean rateAllowed(ListedAgent agent, Dof rate) {
        return !rate.isLessThan(leastRate(agent)) && !mostRate(agent).isLessThan(rate);
    }

    /// A variant runs at 70 % of its parent's rate, so its range begins at 70 % of its rank's.
    private static Dof leastRate(ListedAgent agent) {
        return agent.variant() ? agent.rank().leastVariantRate() : agent.rank().leastRate();
    }

    private static Dof mostRate(ListedAgent agent) {
        return agent.variant() ? agent.baseRate() : agent.rank().mostRate();
    }

    private static Optional<Rejection> rateOfAVariantIsAtMostItsOwn(ListedAgent agent, ListingContent content) {
        return agent.variant() && agent.baseRate().isLessThan(content.rate())
                ? Optional.of(wrong(
                        ErrorCode.VARIANT_RATE_TOO_HIGH,
                        "pricing.baseRate",
                        "A variant costs at most its own rate, " + agent.baseRate() + " DOF an hour."))
                : Optional.empty();
    }

    private static Optional<Rejection> rateLiesInTheRanksRange(ListedAgent agent, ListingContent content) {
        return rateAllowed(agent, content.rate())
                ? Optional.empty()
                : Optional.of(wrong(
                        ErrorCode.RATE_OUT_OF_RANGE,
                        "pricing.baseRate",
                        "A " + agent.rank().label() + (agent.variant() ? " variant" : " agent")
                                + " like this costs from " + leastRate(agent) + " to " + mostRate(agent)
                                + " DOF an hour."));
    }

    private static Optional<Rejection> categoriesAreKnown(ListedAgent agent, ListingContent content) {
        return content.categories().stream()
                .filter(id -> Category.of(id).isEmpty())
                .findFirst()
                .map(unknown -> wrong(
                        ErrorCode.UNKNOWN_CATEGORY,
                        "category",
                        "There is no category '" + unknown + "'. GET /api/v1/marketplace/categories lists them."));
    }

    private static Rejection wrong(ErrorCode code, String field, String message) {
        return Rejection.ofFields(code, message, List.of(new FieldError(field, message)));
    }
}
