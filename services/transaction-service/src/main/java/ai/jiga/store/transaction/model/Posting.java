package ai.jiga.store.transaction.model;

/// One movement of a transaction, never changed once written: corrections are new postings.
///
/// @param account an [Account]'s name
/// @param amount what the account gains, negative for what it gives; the postings of a transaction sum to
///     zero in each asset
public record Posting(String account, Asset asset, long amount) {
    public static Posting dof(Account account, long amount) {
        return new Posting(account.name(), Asset.DOF, amount);
    }

    public static Posting of(Asset asset, Account account, long amount) {
        return new Posting(account.name(), asset, amount);
    }

    public static Posting cents(Account account, long amount) {
        return new Posting(account.name(), Asset.USD, amount);
    }
}
