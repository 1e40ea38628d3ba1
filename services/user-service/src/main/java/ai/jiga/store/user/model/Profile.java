package ai.jiga.store.user.model;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.text.Graphemes;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.UnfitTextException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a user says about themselves.
///
/// @param displayName 1 to 50 characters, as others see the user
/// @param nationality 2 to 50 letters in the user's own words, such as `Brazilian` or `BR`
/// @param timezone an id of the IANA time zone database, such as `Europe/Berlin`
public record Profile(
        String displayName,
        @Nullable String nationality,
        @Nullable String timezone) {
    public static final int MOST_CHARACTERS = 50;
    /// The form of the description for a time zone: a name of the IANA list.
    public static final String TIME_ZONE = "iana-time-zone";

    /// Letters as far as an expression that every reader of a description can read tells them from all else.
    private static final String LETTERS = "A-Za-z\\u00c0-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufefe\\uff00-\\uffef";

    private static final String NATION =
            "[" + LETTERS + "][" + LETTERS + " .,'\\u2019()-]{0,48}[" + LETTERS + ".,'\\u2019()-]";

    /// What [#of] takes for a nationality, or blank for none.
    public static final String NATIONALITY_PATTERN = "^$|^" + NATION + "$";

    private static final String UNNAMED = "Player";
    private static final Pattern NATIONALITY = Pattern.compile(NATION);

    /// Refused with VALIDATION_FAILED and everything that is wrong. Blanks around the texts do not count, and an
    /// optional one that is blank is taken as not given.
    public static Outcome<Profile> of(
            @Nullable String displayName, @Nullable String nationality, @Nullable String timezone) {
        var errors = new ArrayList<Rejection.FieldError>();
        String name = readable(displayName);
        String nation = readable(nationality);
        String zone = readable(timezone);
        if (name == null || Graphemes.count(name) > MOST_CHARACTERS) {
            errors.add(new Rejection.FieldError(
                    "displayName",
                    "has 1 to " + MOST_CHARACTERS + " readable characters",
                    "LENGTH",
                    new Rejection.Bounds(1L, (long) MOST_CHARACTERS)));
        }
        if (nation != null && !NATIONALITY.matcher(nation).matches()) {
            errors.add(new Rejection.FieldError(
                    "nationality", "has 2 to 50 letters, such as 'Brazilian' or 'BR'; leave it out to say nothing"));
        }
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(new Rejection.FieldError(
                    "timezone", "is a time zone of the IANA list, such as 'Europe/Berlin'", "TIME_ZONE"));
        }
        return name == null || !errors.isEmpty()
                ? Outcome.rejected(invalid(errors))
                : Outcome.done(new Profile(name, nation, zone));
    }

    /// What another issuer says about somebody, as far as it can be taken: too long a name is cut, and who has none
    /// that can be shown is `Player`.
    public static Profile ofForeigner(@Nullable String name) {
        String tidy = readable(name);
        return new Profile(
                tidy == null ? UNNAMED : Graphemes.first(MOST_CHARACTERS, tidy).strip(), null, null);
    }

    /// Null when nothing was written, or nothing that may be shown.
    static @Nullable String readable(@Nullable String written) {
        try {
            Line line = Line.of(written == null ? "" : written);
            return line.isEmpty() ? null : line.text();
        } catch (UnfitTextException unfit) {
            return null;
        }
    }

    /// Of a request whose fields break these rules.
    public static Rejection invalid(List<Rejection.FieldError> errors) {
        return Rejection.ofFields(
                ErrorCode.VALIDATION_FAILED, "Some fields are not as they should be: see 'errors'.", errors);
    }
}
