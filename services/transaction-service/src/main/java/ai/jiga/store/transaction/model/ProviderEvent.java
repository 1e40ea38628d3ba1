package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.TransactionId;

/// What a payment provider tells us, in our words. Its signature was checked before it came to be one.
///
/// @param id the provider's: the same event may come again
/// @param paymentId the provider's name for the payment
/// @param cents what was paid, in US cents
public record ProviderEvent(
        String provider, String id, Kind kind, TransactionId transactionId, String paymentId, long cents) {
    public enum Kind {
        PAYMENT_SUCCEEDED,
        PAYMENT_DECLINED
    }
}
