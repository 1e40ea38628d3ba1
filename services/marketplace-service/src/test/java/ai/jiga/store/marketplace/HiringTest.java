package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.Availability.Hours;
import ai.jiga.store.marketplace.model.Availability.Schedule;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.usecase.HireAgent.Wish;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiringTest {
    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder);
        market.publishNova();
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aHireIsAskedForOnTheListingsTerms() {
        Hired hired = hire(PLAYER, 8_000, null).outcome().orThrow();

        var request = market.sessions.hires.getFirst();
        assertThat(request.playerId()).isEqualTo(PLAYER.id());
        assertThat(request.listingId()).isEqualTo(NOVA_LISTING);
        assertThat(request.rate()).isEqualTo(Dof.of(8_000));
        assertThat(request.allocation()).isEqualTo(Dof.of(8_000));
        assertThat(hired.agentId()).isEqualTo(NOVA);
        assertThat(hired.connection().ticket()).isEqualTo("ticket-1");
    }

    @Test
    void theLeastAllocationIsFiveMinutesRoundedUp() {
        Rejection refusal = Market.rejection(hire(PLAYER, 666, null).outcome());

        assertThat(refusal.code()).isEqualTo(ErrorCode.ALLOCATION_TOO_SMALL);
        assertThat(refusal.extra()).containsEntry("required", 667L);
        assertThat(market.sessions.hires).isEmpty();
        assertThat(hire(PLAYER, 667, null).outcome().orThrow().sessionId().value())
                .isEqualTo("session-1");
    }

    @Test
    void anOwnerDoesNotHireTheOwnAgent() {
        assertThat(Market.refusal(hire(OWNER, 8_000, null).outcome())).isEqualTo(ErrorCode.CANNOT_HIRE_OWN_AGENT);
    }

    @Test
    void whatTheSessionServiceRefusesIsRefused() {
        market.sessions.refusal = Rejection.of(ErrorCode.INSUFFICIENT_DOFS, "Buy more.");

        assertThat(Market.refusal(hire(PLAYER, 8_000, null).outcome())).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
    }

    @Test
    void aRepeatedHireIsTheSameSessionWithAFreshTicket() {
        RequestKey key = key("k1", 8_000);
        Answered<Hired> first = hire(PLAYER, 8_000, key);
        Answered<Hired> second = hire(PLAYER, 8_000, key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        Hired before = first.outcome().orThrow();
        Hired after = second.outcome().orThrow();
        assertThat(after.withConnection(before.connection())).isEqualTo(before);
        assertThat(after.connection().ticket()).isNotEqualTo(before.connection().ticket());
        assertThat(market.sessions.hires).hasSize(1);
    }

    @Test
    void aRepeatedHireIsAnsweredEvenWhenTheListingIsGone() {
        RequestKey key = key("k1", 8_000);
        Hired first = hire(PLAYER, 8_000, key).outcome().orThrow();
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        Answered<Hired> again = hire(PLAYER, 8_000, key);

        assertThat(again.replayed()).isTrue();
        assertThat(again.outcome().orThrow().sessionId()).isEqualTo(first.sessionId());
    }

    @Test
    void aRefusalLeavesItsKeyFree() {
        assertThat(Market.refusal(hire(PLAYER, 100, key("k1", 100)).outcome()))
                .isEqualTo(ErrorCode.ALLOCATION_TOO_SMALL);

        assertThat(hire(PLAYER, 8_000, key("k1", 8_000)).outcome()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aKeyIsForOneRequest() {
        hire(PLAYER, 8_000, key("k1", 8_000)).outcome().orThrow();

        assertThat(Market.refusal(hire(PLAYER, 9_000, key("k1", 9_000)).outcome()))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_MISMATCH);
        assertThat(market.sessions.hires).hasSize(1);
    }

    @Test
    void anUnpublishedListingTakesNoHire() {
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        assertThat(Market.refusal(hire(PLAYER, 8_000, null).outcome())).isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(market.sessions.hires).isEmpty();
    }

    @Test
    void aPausedListingTakesNoHire() {
        market.editing
                .edit(
                        OWNER,
                        NOVA_LISTING,
                        new ListingChanges(null, null, null, null, null, null, null, true),
                        IfMatch.ANY)
                .orThrow();

        assertThat(Market.refusal(hire(PLAYER, 8_000, null).outcome())).isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
    }

    @Test
    void anAgentIsHiredWithinItsHoursOnly() {
        ListingContent always = content("Nova calls", 8_000);
        var evenings = new Availability(
                Schedule.SCHEDULED,
                List.of(new Hours(Set.of(), LocalTime.of(18, 0), LocalTime.of(23, 0))),
                "Europe/London");
        market.publish(new ListingContent(
                        always.title(), "", List.of(), always.categories(), List.of(), always.rate(), evenings))
                .orThrow();

        // It is noon in UTC, one o'clock in London.
        Rejection closed = Market.rejection(hire(PLAYER, 8_000, null).outcome());

        assertThat(closed.code()).isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(closed.extra()).containsEntry("nextAvailable", Instant.parse("2026-06-01T17:00:00Z"));
        var evening = new Wish(Dof.of(8_000), Instant.parse("2026-06-01T17:30:00Z"), null, null);
        var listing = market.hiring.find(NOVA_LISTING).orThrow();
        assertThat(market.hiring
                        .hire(PLAYER, listing, evening, null)
                        .outcome()
                        .orThrow()
                        .sessionId()
                        .value())
                .isEqualTo("session-1");
    }

    private Answered<Hired> hire(Caller.User who, long allocation, @Nullable RequestKey key) {
        return market.hiring.hire(who, market.hiring.find(NOVA_LISTING).orThrow(), wish(allocation), key);
    }

    private static Wish wish(long allocation) {
        return new Wish(Dof.of(allocation), null, null, null);
    }

    private RequestKey key(String key, long allocation) {
        return market.key(PLAYER, "hire", key, allocation);
    }
}
