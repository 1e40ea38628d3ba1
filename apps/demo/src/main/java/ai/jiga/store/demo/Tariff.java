package ai.jiga.store.demo;

import java.util.Map;

/// The store's published prices, written down a second time from its price list: what an hour of a variant of Nova
/// (Gold) costs, what each action costs, and who gets which part of what was consumed.
final class Tariff {
    /// The silver package.
    static final long SILVER_PACKAGE = 500_000;

    static final String SILVER_PRICE = "14.99";

    /// Deriving a variant of a Gold agent, once.
    static final long GOLD_VARIANT = 150_000;

    static final long NOVA_RATE = 8_000;

    private static final long MILLIS_PER_HOUR = 3_600_000;

    private final Map<String, Long> prices = Map.ofEntries(
            Map.entry("chat", 100L),
            Map.entry("reasoning", 200L),
            Map.entry("voice_in", 10L),
            Map.entry("voice_out", 5L),
            Map.entry("commentary", 20L),
            Map.entry("tool", 20L),
            Map.entry("team_message", 50L),
            Map.entry("memory", 30L),
            Map.entry("lesson", 500L),
            Map.entry("sound", 25L),
            // Gold watches at high speed.
            Map.entry("frame", 100L));

    /// DOF an hour: 70 % of the parent's rate, rounded down.
    static long variantRate(long parentRate) {
        return Math.multiplyExact(parentRate, 7) / 10;
    }

    /// DOF for one usage line of a variant; `units` are replies, words, seconds, items, as the action has it.
    long variantAction(String action, long units) {
        var price = prices.get(action);
        if (price == null) {
            throw DemoStopped.failed("The store charged for '" + action + "', which is not on its price list.");
        }
        return Math.multiplyExact(Math.multiplyExact(units, price), 7) / 10;
    }

    /// DOF for the time of a whole session.
    static long time(long rate, long activeMillis) {
        return Math.multiplyExact(rate, activeMillis) / MILLIS_PER_HOUR;
    }

    /// Who gets what of a settled session; the three always sum to what was consumed.
    record Split(long owner, long platform, long creator) {
        static Split of(long consumed) {
            var platform = Math.multiplyExact(consumed, 25) / 100;
            var creator = Math.multiplyExact(consumed, 5) / 100;
            return new Split(consumed - platform - creator, platform, creator);
        }
    }
}
