package ai.jiga.store.models.builtin.game;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Weapons by how one fights against them.
public enum WeaponClass {
    SNIPER(
            List.of("sniper", "awp", "operator", "kar98", "scout", "ssg", "hdr", "longbow", "marshal", "marksman"),
            "snipers",
            "Do not peek the same line twice: smoke it or go around."),
    SHOTGUN(
            List.of("shotgun", "judge", "bucky", "nova", "xm1014", "mag-7", "mastiff", "spas", "eva-8", "peacekeeper"),
            "shotguns",
            "Keep your distance and do not turn corners tight."),
    SMG(
            List.of(
                    "smg", "mp5", "mp7", "mp9", "mac-10", "p90", "ump", "spectre", "stinger", "vector", "fennec",
                    "r-99"),
            "submachine guns",
            "They live off short range: hold longer lines and make them cross open ground."),
    RIFLE(
            List.of(
                    "rifle", "ak", "m4", "vandal", "phantom", "famas", "galil", "aug", "scar", "kilo", "bulldog",
                    "r-301"),
            "rifles",
            "Let them come into your crosshair: stay still, aim at head height, and fall back after the first shots."),
    EXPLOSIVE(
            List.of("grenade", "frag", "rpg", "rocket", "molotov", "c4", "semtex", "claymore", "mine", "explosive"),
            "explosives",
            "Move after every shot: they know where you stand."),
    MELEE(List.of("knife", "melee", "sword"), "melee", "Check behind you before you reload.");

    private final List<String> words;
    private final String plural;
    private final String counter;

    WeaponClass(List<String> words, String plural, String counter) {
        this.words = words;
        this.plural = plural;
        this.counter = counter;
    }

    /// The class of a weapon, or null if its name says nothing to us.
    public static @Nullable WeaponClass of(String weapon) {
        String name = weapon.toLowerCase(Locale.ROOT);
        for (WeaponClass known : values()) {
            if (known.words.stream().anyMatch(name::startsWith)) {
                return known;
            }
        }
        for (WeaponClass known : values()) {
            if (known.words.stream().anyMatch(word -> word.length() > 3 && name.contains(word))) {
                return known;
            }
        }
        return null;
    }

    /// Many of them, e.g. `snipers`.
    public String plural() {
        return plural;
    }

    /// What to do against them.
    public String counter() {
        return counter;
    }
}
