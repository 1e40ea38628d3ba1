package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.text.Graphemes;
import ai.jiga.store.text.TextKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a user wants the store to be.
///
/// @param language a BCP 47 tag, such as `en` or `pt-BR`
/// @param theme `system`, `light` or `dark`
/// @param favoriteGames at most 20, in the user's order
public record Preferences(String language, String theme, Notifications notifications, List<String> favoriteGames) {
    public static final Preferences DEFAULTS =
            new Preferences("en", "system", new Notifications(true, true), List.of());

    private static final List<String> THEMES = List.of("system", "light", "dark");
    /// The tags of BCP 47 that say a language, and at most a script, a region and one variant of it.
    public static final String LANGUAGE =
            "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?" + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$";

    public static final int MOST_GAMES = 20;
    public static final int LONGEST_GAME = 60;

    public Preferences {
        favoriteGames = List.copyOf(favoriteGames);
    }

    /// By which ways the store may write, besides its own pages.
    public record Notifications(boolean email, boolean push) {}

    /// What is null is as by default. Refused with VALIDATION_FAILED and everything that is wrong.
    public static Outcome<Preferences> of(
            @Nullable String language,
            @Nullable String theme,
            @Nullable Boolean notifyByEmail,
            @Nullable Boolean notifyByPush,
            @Nullable List<String> favoriteGames) {
        var errors = new ArrayList<Rejection.FieldError>();
        String tag = language == null ? DEFAULTS.language : canonical(language);
        if (tag == null) {
            errors.add(new Rejection.FieldError("language", "is a language tag, such as 'en' or 'pt-BR'"));
        }
        String look = theme == null ? DEFAULTS.theme : theme;
        if (!THEMES.contains(look)) {
            errors.add(new Rejection.FieldError("theme", "is one of " + String.join(", ", THEMES)));
        }
        List<String> games = games(favoriteGames, errors);
        return tag == null || !errors.isEmpty()
                ? Outcome.rejected(Profile.invalid(errors))
                : Outcome.done(new Preferences(
                        tag,
                        look,
                        new Notifications(
                                notifyByEmail == null ? DEFAULTS.notifications.email() : notifyByEmail,
                                notifyByPush == null ? DEFAULTS.notifications.push() : notifyByPush),
                        games));
    }

    private static List<String> games(@Nullable List<String> given, List<Rejection.FieldError> errors) {
        var games = new ArrayList<String>();
        if (given == null) {
            return games;
        }
        var keys = new HashSet<String>();
        for (String text : given) {
            String game = Profile.readable(text);
            if (game == null || Graphemes.count(game) > LONGEST_GAME) {
                errors.add(new Rejection.FieldError("favoriteGames", "holds names of 1 to 60 characters"));
                return games;
            }
            if (keys.add(TextKey.of(game))) {
                games.add(game);
            }
        }
        if (games.size() > MOST_GAMES) {
            errors.add(new Rejection.FieldError("favoriteGames", "holds at most " + MOST_GAMES + " games"));
        }
        return games;
    }

    private static @Nullable String canonical(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            return locale.getLanguage().isEmpty() || tag.length() > 35 ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
