package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Review;

/// What a player has said of a session. Of another's session there is nothing to be found.
public final class FindReview {
    private final DocumentStore store;

    public FindReview(DocumentStore store) {
        this.store = store;
    }

    public Outcome<Review> by(UserId player, SessionId id) {
        return store.get(MarketplaceCollections.review(id))
                .map(Document::value)
                .filter(review -> review.reviewerId().equals(player))
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.rejected(ErrorCode.REVIEW_NOT_FOUND, "You have not reviewed a session with this id."));
    }
}
