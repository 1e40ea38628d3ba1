package ai.jiga.store.models.builtin.match;

import org.jspecify.annotations.Nullable;

/// The player's health and weapon, as far as the game has told; null is unknown.
public record Body(
        @Nullable Integer hp,
        @Nullable Integer armor,
        String weapon,
        @Nullable Integer loaded,
        @Nullable Integer reserve) {

    public static final Body UNKNOWN = new Body(null, null, "", null, null);

    public Body health(EventData data) {
        Integer now = data.percent("hp");
        Integer plates = data.percent("armor");
        return new Body(now == null ? hp : now, plates == null ? armor : plates, weapon, loaded, reserve);
    }

    public Body ammo(EventData data) {
        Integer now = data.number("loaded");
        if (now == null) {
            return this;
        }
        String carried = data.text("weapon");
        return new Body(hp, armor, carried == null ? weapon : carried, now, data.number("reserve"));
    }

    /// Whoever died comes back whole.
    public Body reborn() {
        return UNKNOWN;
    }
}
