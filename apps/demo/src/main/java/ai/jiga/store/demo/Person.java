package ai.jiga.store.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/// Somebody with an account: who they are, and what both an owner and a player do.
///
/// @param id the store's id of the account
record Person(Api api, Checks checks, Patience patience, String id, String name, Api.Identity identity) {
    /// Registers under an address nobody has used, so that the demo may run again on the same store.
    static Person register(Api api, Checks checks, Story story, Patience patience, String role, String name) {
        var email = "demo-%s-%s@example.com".formatted(role, suffix());
        var answer = api.post(
                new Api.Identity.Nobody(),
                "/auth/register",
                Map.of("email", email, "password", "Ember-" + suffix() + "-Kite", "displayName", name));
        checks.same("The status of a registration", 201, answer.status());
        var person = new Person(
                api,
                checks,
                patience,
                answer.text("/user/id"),
                name,
                new Api.Identity.Bearer(answer.text("/accessToken")));
        story.note(name + " registers as " + email);
        checks.amount("A new wallet is empty", 0, person.wallet().total());
        return person;
    }

    Wallet wallet() {
        var wallet = Wallet.of(api.get(identity, "/profile/wallet"));
        checks.quietly(
                "Balance is what is available and what is held", wallet.available() + wallet.held(), wallet.balance());
        return wallet;
    }

    /// Buys the silver package on the sandbox's checkout page; the store learns of the payment by an event.
    void buySilver(Story story) {
        var before = wallet().balance();
        var purchase = api.post(
                identity,
                "/transactions/purchase",
                Map.of("package", "silver", "paymentMethod", "sandbox", "returnUrl", "http://localhost/demo/paid"),
                Map.of("Idempotency-Key", "demo-purchase-" + suffix()));
        checks.same("The silver package's price", Tariff.SILVER_PRICE, purchase.text("/amount"));
        checks.same("The silver package's currency", "USD", purchase.text("/currency"));
        checks.quietly("The silver package", Tariff.SILVER_PACKAGE, purchase.amount("/dofAmount"));
        checks.quietly("Nothing is credited before it is paid", before, wallet().balance());
        story.note("Silver package: " + Story.dof(Tariff.SILVER_PACKAGE) + " for " + Tariff.SILVER_PRICE
                + " USD, paid with the sandbox's card");
        var paid =
                api.call(identity, "POST", purchase.text("/checkoutUrl") + "/pay", Map.of("card", "success"), Map.of());
        if (paid.status() >= 400) {
            throw DemoStopped.failed("The sandbox did not take the card: " + paid.refusal() + ".");
        }
        var after = patience.until(this::wallet, w -> w.balance() != before);
        checks.amount(name + "'s wallet", before + Tariff.SILVER_PACKAGE, after.balance());
    }

    static String suffix() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
