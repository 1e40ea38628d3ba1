package ai.jiga.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.LedgerTransaction.HireTerms;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.RevenueSplit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RevenueSplitTest {
    private static final UserId OWNER = Ledger.OWNER;
    private static final UserId CREATOR = Ledger.CREATOR;
    private static final long MOST = 1_000_000_000_000L;

    private static RevenueSplit split(long consumed, UserId owner, UserId creator, boolean platformOnly) {
        Dof amount = Dof.of(consumed);
        return RevenueSplit.of(
                amount, new HireTerms(owner, creator, platformOnly, amount, amount, Dof.ZERO, null, null, null));
    }

    private static long total(RevenueSplit split) {
        return split.owner().plus(split.platform()).plus(split.creator()).amount();
    }

    @Property
    void theThreeSharesAreWhatWasConsumedAndEachIsFlooredWithTheRestToTheOwner(
            @ForAll @LongRange(min = 0, max = MOST) long consumed) {
        RevenueSplit split = split(consumed, OWNER, CREATOR, false);

        assertThat(total(split)).isEqualTo(consumed);
        assertThat(split.platform().amount()).isEqualTo(consumed / 4);
        assertThat(split.creator().amount()).isEqualTo(consumed / 20);
        assertThat(split.owner().amount()).isBetween(consumed * 7 / 10, consumed * 7 / 10 + 2);
    }

    @Property
    void withoutADistinctCreatorTheOwnerHasThatShare(@ForAll @LongRange(min = 0, max = MOST) long consumed) {
        RevenueSplit split = split(consumed, OWNER, OWNER, false);

        assertThat(split.creator()).isEqualTo(Dof.ZERO);
        assertThat(split.platform().amount()).isEqualTo(consumed / 4);
        assertThat(total(split)).isEqualTo(consumed);
    }

    @Property
    void ofAVariantOfASystemAgentThePlatformHasThirtyPercent(@ForAll @LongRange(min = 0, max = MOST) long consumed) {
        RevenueSplit split = split(consumed, OWNER, UserId.SYSTEM, false);

        assertThat(split.creator()).isEqualTo(Dof.ZERO);
        assertThat(split.platform().amount()).isEqualTo(consumed / 4 + consumed / 20);
        assertThat(total(split)).isEqualTo(consumed);
    }

    @Property
    void ofASystemAgentAllIsThePlatformsRevenue(@ForAll @LongRange(min = 1, max = MOST) long consumed) {
        RevenueSplit split = split(consumed, UserId.SYSTEM, UserId.SYSTEM, false);

        assertThat(split.postings(Asset.DOF)).containsExactly(Posting.dof(Account.REVENUE, consumed));
        assertThat(total(split)).isEqualTo(consumed);
    }

    @Property
    void withOnesOwnAgentTheWholeGoesToThePlatform(@ForAll @LongRange(min = 0, max = MOST) long consumed) {
        RevenueSplit split = split(consumed, OWNER, CREATOR, true);

        assertThat(split.platform().amount()).isEqualTo(consumed);
        assertThat(total(split)).isEqualTo(consumed);
    }

    @Property
    void theCreditsAreTheShares(
            @ForAll @LongRange(min = 0, max = MOST) long consumed, @ForAll boolean derived, @ForAll boolean system) {
        UserId creator = derived ? (system ? UserId.SYSTEM : CREATOR) : OWNER;
        RevenueSplit split = split(consumed, OWNER, creator, false);

        assertThat(split.postings(Asset.DOF).stream().mapToLong(Posting::amount).sum())
                .isEqualTo(consumed);
        assertThat(split.postings(Asset.DOF)).allMatch(p -> p.amount() > 0).hasSizeLessThanOrEqualTo(3);
    }
}
