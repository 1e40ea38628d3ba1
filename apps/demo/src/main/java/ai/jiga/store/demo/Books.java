package ai.jiga.store.demo;

import ai.jiga.store.demo.Settlement.Settled;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Shows that the books add up: each person's history to their wallet, and, if an operator signs in, the platform's
/// accounts to zero, with every change since before the hire explained.
final class Books {
    private final Api api;
    private final Checks checks;
    private final Story story;
    private final Patience patience;

    Books(Api api, Checks checks, Story story, Patience patience) {
        this.api = api;
        this.checks = checks;
        this.story = story;
        this.patience = patience;
    }

    /// The platform's accounts at one moment: account and asset, to balance (DOF, or the money's smallest unit).
    record Platform(Map<String, Long> balances) {
        static String key(String account, String asset) {
            return asset + " " + account;
        }
    }

    /// All that went in, less all that went out, is what the wallet holds.
    void historyAddsUp(Person person) {
        var wallet = person.wallet();
        var sum = patience.until(() -> history(person), s -> s == wallet.total());
        for (var entry : api.all(person.identity(), "/transactions?limit=100")) {
            if (counts(entry)) {
                story.note("%-18s %s %s"
                        .formatted(
                                entry.path("type").asText().replace('_', ' '),
                                signed(entry) < 0 ? "-" : "+",
                                Story.dof(Math.abs(signed(entry)))));
            }
        }
        checks.amount(person.name() + "'s history adds up to the wallet", wallet.total(), sum);
    }

    private long history(Person person) {
        return api.all(person.identity(), "/transactions?limit=100").stream()
                .filter(Books::counts)
                .mapToLong(Books::signed)
                .sum();
    }

    private static boolean counts(JsonNode transaction) {
        return "completed".equals(transaction.path("status").asText());
    }

    /// DOF into the wallet, or out of it. A purchase may show its price in money and its DOF beside it.
    private static long signed(JsonNode transaction) {
        var dof = "DOF".equals(transaction.path("currency").asText("DOF"));
        var amount = Answer.amount(transaction, dof ? "/amount" : "/dofAmount", "A transaction");
        return switch (Answer.text(transaction, "/direction", "A transaction")) {
            case "in" -> amount;
            case "out" -> -amount;
            default ->
                throw DemoStopped.failed("A transaction goes neither in nor out: " + transaction.path("direction"));
        };
    }

    Api.Identity signIn(Options.Operator operator) {
        var answer = api.post(
                new Api.Identity.Nobody(),
                "/auth/login",
                Map.of("email", operator.email(), "password", operator.password()));
        return new Api.Identity.Bearer(answer.text("/accessToken"));
    }

    Platform read(Api.Identity operator) {
        var books = api.get(operator, "/admin/books");
        checks.holds(
                "the store itself says that its books balance",
                books.node("/balanced").asBoolean(false));
        var balances = new TreeMap<String, Long>();
        var sums = new TreeMap<String, Long>();
        for (var account : books.node("/accounts")) {
            var asset = Answer.text(account, "/asset", "An account");
            var balance = minorUnits(asset, Answer.node(account, "/balance", "An account"));
            balances.merge(
                    Platform.key(Answer.text(account, "/account", "An account"), asset), balance, Math::addExact);
            sums.merge(asset, balance, Math::addExact);
        }
        checks.holds("the books have accounts in DOF", sums.containsKey("DOF"));
        sums.forEach((asset, sum) -> {
            checks.quietly("All accounts in " + asset + " together", 0, sum);
            checks.quietly("The store's own sum in " + asset, 0, minorUnits(asset, books.node("/sums/" + asset)));
        });
        return new Platform(balances);
    }

    /// DOF are whole numbers; money is shown as whole cents or as a decimal text.
    private static long minorUnits(String asset, JsonNode amount) {
        if (amount.isIntegralNumber()) {
            return amount.longValue();
        }
        if ("DOF".equals(asset) || !amount.asText().matches("-?\\d+(\\.\\d{1,2})?")) {
            throw DemoStopped.failed("The books hold an amount in " + asset + " that is none: " + amount);
        }
        return new BigDecimal(amount.asText()).movePointRight(2).longValueExact();
    }

    /// Every account that changed between the two readings changed by what the settled session explains.
    void explain(Platform before, Platform after, Person player, Person owner, Settled settled) {
        var changes = changes(before, after);
        var playerChange = of(changes, player.id());
        var ownerChange = of(changes, owner.id());
        var others = changes.entrySet().stream()
                .filter(change -> !change.getKey().contains(player.id()))
                .filter(change -> !change.getKey().contains(owner.id()))
                .filter(change -> change.getKey().startsWith("DOF "))
                .toList();
        changes.forEach((account, change) ->
                story.note("%-58s %s %s".formatted(account, change < 0 ? "-" : "+", Story.number(Math.abs(change)))));
        checks.amount("Out of the player's accounts", settled.consumed(), -playerChange);
        checks.amount("Into the owner's accounts", settled.split().owner(), ownerChange);
        var platform = settled.split().platform() + settled.split().creator();
        var elsewhere = others.stream()
                .filter(change -> isSomebodyElses(change.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var platformChange = others.stream().mapToLong(Map.Entry::getValue).sum() - elsewhere;
        if (others.stream().anyMatch(change -> isSomebodyElses(change.getKey()))) {
            story.note("Somebody else used the store meanwhile, so the platform's accounts hold their business too.");
            checks.quietly("Everybody else's accounts together", platform, platformChange + elsewhere);
        } else {
            checks.amount("Into the platform's accounts", platform, platformChange);
        }
        story.checked("All accounts together: 0 in every asset, before and after");
    }

    private static boolean isSomebodyElses(String account) {
        return account.matches("DOF (wallet|earnings):(?!system).*");
    }

    private static Map<String, Long> changes(Platform before, Platform after) {
        var changes = new TreeMap<>(after.balances());
        before.balances().forEach((account, balance) -> changes.merge(account, -balance, Math::addExact));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    private static long of(Map<String, Long> changes, String person) {
        return changes.entrySet().stream()
                .filter(change ->
                        change.getKey().startsWith("DOF ") && change.getKey().contains(person))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
