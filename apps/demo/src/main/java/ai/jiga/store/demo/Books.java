package ai.jiga.store.demo;

import ai.jiga.store.demo.Settlement.Settled;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Shows that the books add up: each person's history to their wallet, and, if an operator signs in, the platform's
/// accounts to zero, with every change since before the hire explained.
final class Books {
    private static final Set<String> PEOPLES = Set.of("DOF wallets", "DOF held", "DOF earnings");

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

    /// The platform's books at one moment.
    ///
    /// @param balances account and asset, to balance (DOF, or the money's smallest unit), all users' in total
    /// @param people each person's id, to the DOF on all of their accounts
    record Platform(Map<String, Long> balances, Map<String, Long> people) {
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

    Platform read(Api.Identity operator, Person... people) {
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
        var each = new TreeMap<String, Long>();
        for (var person : people) {
            each.put(person.id(), worth(operator, person));
        }
        return new Platform(balances, each);
    }

    private long worth(Api.Identity operator, Person person) {
        var sum = 0L;
        for (var account :
                api.get(operator, "/admin/books?userId=" + person.id()).node("/accounts")) {
            checks.holds(
                    "an account listed as " + person.name() + "'s is theirs",
                    Answer.text(account, "/account", "An account").endsWith(":" + person.id()));
            sum += Answer.amount(account, "/balance", "An account");
        }
        return sum;
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
        changes.forEach((account, change) ->
                story.note("%-58s %s %s".formatted(account, change < 0 ? "-" : "+", Story.number(Math.abs(change)))));
        var playerChange = change(before, after, player);
        var ownerChange = change(before, after, owner);
        checks.amount("Out of the player's accounts", settled.consumed(), -playerChange);
        checks.amount("Into the owner's accounts", settled.split().owner(), ownerChange);
        var platform = settled.split().platform() + settled.split().creator();
        var everybodys = sum(changes, true);
        var platforms = sum(changes, false);
        if (everybodys != playerChange + ownerChange) {
            story.note("Somebody else used the store meanwhile, so the platform's accounts hold their business too.");
            checks.quietly(
                    "Everybody else's accounts together",
                    platform,
                    platforms + everybodys - playerChange - ownerChange);
        } else {
            checks.amount("Into the platform's accounts", platform, platforms);
        }
        story.checked("All accounts together: 0 in every asset, before and after");
    }

    private static long change(Platform before, Platform after, Person person) {
        return worth(after, person) - worth(before, person);
    }

    private static long worth(Platform books, Person person) {
        return Objects.requireNonNull(books.people().get(person.id()), person.id());
    }

    private static Map<String, Long> changes(Platform before, Platform after) {
        var changes = new TreeMap<>(after.balances());
        before.balances().forEach((account, balance) -> changes.merge(account, -balance, Math::addExact));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    /// @param people whether of the users' accounts, or of the platform's and the providers'
    private static long sum(Map<String, Long> changes, boolean people) {
        return changes.entrySet().stream()
                .filter(change -> change.getKey().startsWith("DOF "))
                .filter(change -> PEOPLES.contains(change.getKey()) == people)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
