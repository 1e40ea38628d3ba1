package ai.jiga.store.transaction.model;

/// A part of an account's balance. What many transactions credit is spread over shards, because one
/// document takes about one sustained write a second; credits are increments and need no read.
public record AccountShard(String account, Asset asset, long balance) {
    /// How many shards each account has.
    public static final int COUNT = 4;

    /// The shard's document id for a transaction: always the same one, so that a body that runs again
    /// writes the same.
    public static String idFor(String account, Asset asset, String transactionId) {
        return id(account, asset, Math.floorMod(transactionId.hashCode(), COUNT));
    }

    public static String id(String account, Asset asset, int shard) {
        return account + "~" + asset + "~" + shard;
    }
}
