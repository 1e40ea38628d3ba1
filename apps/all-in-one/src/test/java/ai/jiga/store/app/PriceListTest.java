package ai.jiga.store.app;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.AgentOptions;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.session.model.FrameAllowance;
import ai.jiga.store.session.model.PriceList;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.UsageAction;
import ai.jiga.store.transaction.model.DofPackage;
import ai.jiga.store.transaction.model.RevenueSplit;
import ai.jiga.store.transaction.usecase.TransferDof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// `docs/guides/prices.md` says what the code charges.
class PriceListTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "guides", "prices.md");

    @Test
    void thePackagesAreThoseThatAreSold() throws IOException {
        assertThat(rows("packages"))
                .isEqualTo(Arrays.stream(DofPackage.values())
                        .map(sold -> List.of("`" + sold.id() + "`", sold.price(), written(sold.dof())))
                        .toList());
    }

    @Test
    void theRanksCostWhatTheirRangeSaysAndTheirPicturesWhatTheyAreAllowed() throws IOException {
        assertThat(rows("ranks"))
                .isEqualTo(Arrays.stream(Rank.values()).map(PriceListTest::row).toList());
    }

    @Test
    void everyActionThatCanBeChargedIsOnTheListWithItsPrice() throws IOException {
        assertThat(rows("tariff").stream().map(row -> row.subList(0, 2)).toList())
                .isEqualTo(Arrays.stream(UsageAction.values())
                        .map(action -> List.of("`" + action.label() + "`", price(action)))
                        .toList());
        assertThat(rows("tariff")).allSatisfy(row -> assertThat(row).hasSize(4).doesNotContain(""));
    }

    @Test
    void clientsAreToldTheSame() throws IOException {
        PriceList told = PriceList.of(SessionLimits.DEFAULTS);
        assertThat(told.actions())
                .extracting(price -> List.of("`" + price.action().label() + "`", written(price.dof())))
                .isEqualTo(rows("tariff").stream()
                        .map(row -> row.subList(0, 2))
                        .filter(row -> !row.getLast().startsWith("by the"))
                        .toList());
        assertThat(told.pictures())
                .extracting(picture ->
                        List.of(picture.rank().label(), String.valueOf(picture.free()), written(picture.dof())))
                .isEqualTo(rows("ranks").stream()
                        .map(row -> List.of(row.get(0), row.get(2), row.get(3)))
                        .toList());
        assertThat(AgentOptions.ALL.ranks())
                .extracting(rank -> List.of(rank.rank().label(), written(rank.variantCost())))
                .isEqualTo(rows("ranks").stream()
                        .map(row -> List.of(row.get(0), row.get(4)))
                        .toList());
        assertThat(List.of(
                        told.variantPercent(),
                        told.leastMinutes(),
                        told.trialMinutes(),
                        told.sessionsAtOnce(),
                        told.longestMinutes()))
                .containsExactly(70, 5, 5, 3, 240);
    }

    @Test
    void theFeesAndSharesAreThoseThatAreTaken() throws IOException {
        int platform = RevenueSplit.PLATFORM_PERCENT;
        int creator = RevenueSplit.CREATOR_PERCENT;
        SessionLimits limits = SessionLimits.DEFAULTS;
        assertThat(rows("fees").stream().map(List::getLast).toList())
                .containsExactly(
                        Rank.VARIANT_PERCENT + " %, each usage line rounded down",
                        "five minutes of its rate",
                        "free, " + limits.trial().toMinutes()
                                + " minutes from its first connection, once for each player and agent",
                        String.valueOf(limits.perPlayer()),
                        limits.longest().toHours() + " hours",
                        TransferDof.FEE_PERCENT + " %, rounded up",
                        platform + " %, rounded down",
                        creator + " %, rounded down; the platform for a system agent",
                        "the rest: %d %%, or %d %% where there is no distinct creator"
                                .formatted(100 - platform - creator, 100 - platform));
    }

    private static List<String> row(Rank rank) {
        FrameAllowance allowance = FrameAllowance.of(rank.label());
        int free = 0;
        long price = 0;
        while (price == 0) {
            price = allowance.price(Instant.EPOCH);
            free += price == 0 ? 1 : 0;
        }
        String rate = rank.leastRate().equals(rank.mostRate())
                ? written(rank.leastRate())
                : written(rank.leastRate()) + " - " + written(rank.mostRate());
        return List.of(rank.label(), rate, String.valueOf(free), String.valueOf(price), written(rank.variantCost()));
    }

    private static String price(UsageAction action) {
        return switch (action) {
            case TIME -> "by the rate";
            case FRAME -> "by the rank";
            default -> String.valueOf(action.price());
        };
    }

    private static String written(Dof dof) {
        return String.format(Locale.ROOT, "%,d", dof.amount());
    }

    /// The table between two marks, without its head.
    private static List<List<String>> rows(String mark) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + mark + " -->";
        return page.substring(page.indexOf(begin) + begin.length(), page.indexOf("<!-- /" + mark + " -->"))
                .strip()
                .lines()
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("[|]"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
