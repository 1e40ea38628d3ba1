package ai.jiga.store.e2e;

import ai.jiga.store.e2e.Client.Answer;
import java.util.Map;
import java.util.UUID;

/// Somebody with an account of their own, whom no other test knows.
///
/// @param client signed in
record Person(Client client, String id, String email) {
    static final String PASSWORD = "river-lantern-orchard";
    /// What the silver package credits.
    static final long SILVER = 500_000;

    static Person register(Client store) {
        return register(store, "p-" + UUID.randomUUID() + "@e2e.example");
    }

    static Person register(Client store, String email) {
        Answer answer = store.post("/auth/register", registration(email)).is(201);
        return new Person(store.as(answer.text("/accessToken")), answer.text("/user/id"), email);
    }

    static Map<String, Object> registration(String email) {
        return Map.of("email", email, "password", PASSWORD, "displayName", "Somebody");
    }

    /// With 500,000 DOF.
    static Person withSilver(Client store) {
        return register(store).buys("silver");
    }

    static Person operator(Client store) {
        Answer answer = store.post(
                        "/auth/login", Map.of("email", StoreProcess.OPERATOR, "password", StoreProcess.PASSWORD))
                .is(200);
        return new Person(store.as(answer.text("/accessToken")), answer.text("/user/id"), StoreProcess.OPERATOR);
    }

    Person buys(String dofPackage) {
        long before = wallet().balance();
        Answer checkout = checkout(dofPackage);
        client.post(checkout.text("/checkoutUrl") + "/pay", Map.of("card", "success"))
                .is(200);
        Eventually.see(this::wallet, wallet -> wallet.balance() == before + checkout.amount("/dofAmount"));
        return this;
    }

    Answer checkout(String dofPackage) {
        return client.post("/transactions/purchase", purchase(dofPackage)).is(201);
    }

    static Map<String, Object> purchase(String dofPackage) {
        return Map.of("package", dofPackage, "paymentMethod", "sandbox", "returnUrl", "http://localhost/paid");
    }

    /// In DOF.
    record Wallet(long balance, long available, long held, long earned) {}

    Wallet wallet() {
        Answer answer = client.get("/profile/wallet").is(200);
        return new Wallet(
                answer.amount("/balance"),
                answer.amount("/available"),
                answer.amount("/held"),
                answer.amount("/earnings") + answer.amount("/pending"));
    }

    /// A hire that succeeds.
    Hire hires(String listing, long allocation) {
        return Hire.of(tryToHire(listing, allocation).is(201));
    }

    Answer tryToHire(String listing, long allocation, String... headers) {
        return client.post("/marketplace/" + listing + "/hire", Map.of("dofAllocation", allocation), headers);
    }

    /// @param url where its line is
    record Hire(String session, String url, String ticket) {
        static Hire of(Answer answer) {
            return new Hire(
                    answer.text("/sessionId"),
                    answer.text("/connection/websocketUrl"),
                    answer.text("/connection/ticket"));
        }
    }

    Answer session(String id) {
        return client.get("/sessions/" + id).is(200);
    }

    /// Ends it, and asks again while its settlement is under way.
    Answer ends(String session) {
        return Eventually.see(() -> client.delete("/sessions/" + session), answer -> answer.status() != 503)
                .is(200);
    }

    /// @param question of filters, such as `type=hire`
    long transactions(String question) {
        return client.get("/transactions?limit=100&" + question)
                .is(200)
                .at("/items")
                .size();
    }
}
