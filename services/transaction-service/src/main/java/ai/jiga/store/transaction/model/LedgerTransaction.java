package ai.jiga.store.transaction.model;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A transaction with its postings: the order, the proof that it was carried out, and, for a hire, the hold
/// itself.
///
/// @param userId who started it
/// @param amount of DOF, as its starter sees it
/// @param views `user` and `user|type` for each party: what the history is found by
/// @param postings sum to zero in each asset; only ever added to
public record LedgerTransaction(
        TransactionId id,
        TransactionType type,
        TransactionStatus status,
        UserId userId,
        Dof amount,
        List<Posting> postings,
        List<String> views,
        @Nullable AgentId agentId,
        @Nullable HireTerms hire,
        @Nullable PurchaseTerms purchase,
        @Nullable TransferTerms transfer,
        @Nullable BalanceChange balance,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant completedAt) {
    public LedgerTransaction {
        postings = List.copyOf(postings);
        views = List.copyOf(views);
    }

    /// DOF for nothing.
    ///
    /// @param note as the user reads it
    public static LedgerTransaction grant(
            TransactionId id, UserId user, Dof amount, List<Posting> postings, String note, Instant now) {
        return new LedgerTransaction(
                id,
                TransactionType.GRANT,
                TransactionStatus.COMPLETED,
                user,
                amount,
                postings,
                view(user, TransactionType.GRANT),
                null,
                null,
                null,
                null,
                null,
                note,
                now,
                now);
    }

    /// A hire's hold and how it was resolved.
    ///
    /// @param fromAvailable the part of the hold taken from the available balance
    /// @param fromEarnings the part taken from folded earnings; consumed last, returned there
    /// @param budgets in whose names it is spent, see [Spent]; null: in the player's alone
    /// @param platformOnly a session with the player's own agent: the whole goes to the platform
    public record HireTerms(
            UserId ownerId,
            UserId creatorId,
            boolean platformOnly,
            Dof held,
            Dof fromAvailable,
            Dof fromEarnings,
            @Nullable Dof consumed,
            @Nullable Dof released,
            @Nullable Distribution distribution,
            @Nullable List<String> budgets) {
        /// Of what nobody has a budget for.
        public HireTerms(
                UserId ownerId,
                UserId creatorId,
                boolean platformOnly,
                Dof held,
                Dof fromAvailable,
                Dof fromEarnings,
                @Nullable Dof consumed,
                @Nullable Dof released,
                @Nullable Distribution distribution) {
            this(
                    ownerId,
                    creatorId,
                    platformOnly,
                    held,
                    fromAvailable,
                    fromEarnings,
                    consumed,
                    released,
                    distribution,
                    null);
        }
    }

    /// @param cents the price
    /// @param payBy after this a checkout is closed
    public record PurchaseTerms(
            String packageId,
            String provider,
            long cents,
            String returnUrl,
            Instant payBy,
            @Nullable String paymentId) {}

    public record TransferTerms(UserId to, Dof amount, Dof fee) {}

    /// The payer's balance (available and held) around a price paid at once: part of its answer.
    public record BalanceChange(Dof before, Dof after) {}

    /// The history's entries of a party that sees the transaction as `type`.
    public static List<String> view(UserId user, TransactionType type) {
        return List.of(user.value(), user.value() + "|" + type.label());
    }

    /// Takes the place of a hold that was voided before it came to be, so that it never will. Nobody's to see.
    public static LedgerTransaction voidedAhead(TransactionId id, Instant at) {
        return new LedgerTransaction(
                id,
                TransactionType.HIRE,
                TransactionStatus.FAILED,
                UserId.SYSTEM,
                Dof.ZERO,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                "voided before it was held",
                at,
                at);
    }

    /// Whether a hold of this id was voided before it came to be.
    public boolean wasVoidedAhead() {
        return type == TransactionType.HIRE && hire == null;
    }

    /// A hold after its resolution.
    public LedgerTransaction resolved(
            TransactionStatus resolution,
            Dof settled,
            List<Posting> more,
            HireTerms terms,
            List<String> seenBy,
            Instant at) {
        var all = new ArrayList<>(postings);
        all.addAll(more);
        return new LedgerTransaction(
                id,
                type,
                resolution,
                userId,
                settled,
                all,
                seenBy,
                agentId,
                terms,
                purchase,
                transfer,
                balance,
                note,
                createdAt,
                at);
    }

    /// A purchase after its payment, whether it had been given up or not.
    public LedgerTransaction paid(List<Posting> posted, String paymentId, Instant at) {
        PurchaseTerms open = Objects.requireNonNull(purchase);
        var terms = new PurchaseTerms(
                open.packageId(), open.provider(), open.cents(), open.returnUrl(), open.payBy(), paymentId);
        return new LedgerTransaction(
                id,
                type,
                TransactionStatus.COMPLETED,
                userId,
                amount,
                posted,
                views,
                agentId,
                hire,
                terms,
                transfer,
                balance,
                null,
                createdAt,
                at);
    }

    /// Came to nothing, for a reason that its user may read.
    public LedgerTransaction failed(String reason, Instant at) {
        return new LedgerTransaction(
                id,
                type,
                TransactionStatus.FAILED,
                userId,
                amount,
                postings,
                views,
                agentId,
                hire,
                purchase,
                transfer,
                balance,
                reason,
                createdAt,
                at);
    }
}
