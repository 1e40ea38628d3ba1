package ai.jiga.store.user.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection.FieldError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ann",
                "Zo\u00eb \u2764\ufe0f",
                "\u738b\u5c0f\u660e",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "<b>Ann</b>",
                "\u0627\u0644\u0644\u0627\u0639\u0628"
            })
    void aNameIsWhateverPeopleCallThemselves(String name) {
        assertThat(Profile.of(name, null, null)).isEqualTo(Outcome.done(new Profile(name, null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Ann\nLee",
                "Ann\u0000",
                "\u202Eeve",
                "\u2066Ann",
                "\uD800",
                "\u200D\u200D",
                "Ann\u2028Lee",
                "\uFEFFAnn"
            })
    void aNameIsOneReadableLine(String name) {
        assertThat(wrongFields(name, null, null)).containsExactly("displayName");
    }

    @Test
    void aNameHas1To50CharactersAsPeopleCountThem() {
        String wide = "\uD83C\uDFAE";
        assertThat(wrongFields(wide.repeat(50), null, null)).isEmpty();
        assertThat(wrongFields(wide.repeat(51), null, null)).containsExactly("displayName");
        assertThat(wrongFields(null, null, null)).containsExactly("displayName");
    }

    @Test
    void oneNameInTwoEncodingsIsOneName() {
        assertThat(Profile.of("Zoe\u0308", null, null)).isEqualTo(Profile.of("Zo\u00eb", null, null));
    }

    @Test
    void aTimeZoneIsOfTheIanaList() {
        for (String zone : List.of("UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Etc/GMT+5")) {
            assertThat(wrongFields("Ann", null, zone)).isEmpty();
        }
        for (String zone : List.of("Berlin", "europe/berlin", "+02:00", "UTC+2", "Europe/Atlantis", "../etc/passwd")) {
            assertThat(wrongFields("Ann", null, zone)).containsExactly("timezone");
        }
    }

    @Test
    void aNationalityIsAWordOfTheUsersOwn() {
        for (String nationality : List.of("BR", "Brazilian", "C\u00f4te d'Ivoire", "Bosnian (Herzegovina)")) {
            assertThat(wrongFields("Ann", nationality, null)).isEmpty();
        }
        for (String nationality : List.of("B", "12", "<script>", "x".repeat(51))) {
            assertThat(wrongFields("Ann", nationality, null)).containsExactly("nationality");
        }
    }

    @Test
    void preferencesLeftOutAreAsByDefault() {
        assertThat(Preferences.of(null, null, null, null, null)).isEqualTo(Outcome.done(Preferences.DEFAULTS));
        assertThat(Preferences.of("PT-br", "dark", null, false, List.of(" FIFA ", "FIFA")))
                .isEqualTo(Outcome.done(
                        new Preferences("pt-BR", "dark", new Preferences.Notifications(true, false), List.of("FIFA"))));
    }

    @Test
    void everythingThatIsWrongWithPreferencesIsSaidAtOnce() {
        var games = new ArrayList<@Nullable String>(List.of("FIFA"));
        games.add(null);

        assertThat(wrongFields(Preferences.of("not a tag", "neon", null, null, games)))
                .containsExactly("language", "theme", "favoriteGames");
        var many = new ArrayList<@Nullable String>();
        for (int i = 0; i < 21; i++) {
            many.add("Game " + i);
        }
        assertThat(wrongFields(Preferences.of("en", "dark", null, null, many))).containsExactly("favoriteGames");
        assertThat(wrongFields(Preferences.of("", "dark", null, null, Collections.emptyList())))
                .containsExactly("language");
    }

    private static List<String> wrongFields(
            @Nullable String name, @Nullable String nationality, @Nullable String timezone) {
        return wrongFields(Profile.of(name, nationality, timezone));
    }

    private static List<String> wrongFields(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?> rejected
                ? rejected.rejection().errors().stream().map(FieldError::field).toList()
                : List.of();
    }
}
