package ai.jiga.store.models.builtin.game;

import ai.jiga.store.models.builtin.game.Game.Mode;
import ai.jiga.store.models.builtin.game.Game.Prices;
import ai.jiga.store.models.builtin.game.Game.Style;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ten games in which badges are earned. Others are coached too, with what holds for all.
public final class Games {

    private Games() {}

    /// The game that goes by a name (whatever its case, edition or year), or null if we do not know it.
    public static @Nullable Game find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).strip();
        if (wanted.isEmpty()) {
            return null;
        }
        return ALL.stream()
                .filter(game -> game.name().toLowerCase(Locale.ROOT).equals(wanted)
                        || game.aliases().stream()
                                .anyMatch(alias -> wanted.equals(alias)
                                        || wanted.startsWith(alias + " ")
                                        || wanted.startsWith(alias + ":")))
                .findFirst()
                .orElse(null);
    }

    private static final List<Game> ALL = List.of(
            new Game(
                    "Call of Duty",
                    List.of("call of duty", "cod", "warzone", "modern warfare", "black ops"),
                    Style.ARENA,
                    Prices.NONE,
                    List.of(
                            new Mode(
                                    "warzone",
                                    0,
                                    "In Warzone position beats aim: be inside the next circle before it closes and"
                                            + " let late teams run into you.",
                                    "At the buy station: a self-revive first, then armor plates, then the team's"
                                            + " loadout when you can pay for it together."),
                            new Mode(
                                    "search",
                                    6,
                                    "In Search and Destroy nobody respawns: play in pairs, and whoever sees the trade"
                                            + " takes it at once.",
                                    ""),
                            new Mode(
                                    "cyber",
                                    0,
                                    "In Cyber Attack revives decide the round: clear the body first, then bring your"
                                            + " teammate back.",
                                    ""),
                            new Mode(
                                    "",
                                    0,
                                    "In Multiplayer the spawns flip when your team pushes too deep: leave one player"
                                            + " back to anchor yours.",
                                    "")),
                    List.of(
                            "Reload only behind cover, and never after a single kill.",
                            "Check the mini-map every time you leave cover.",
                            "Pre-aim the corner before you turn it.")),
            new Game(
                    "Counter-Strike",
                    List.of("counter-strike", "counter strike", "cs2", "csgo", "cs:go", "cs"),
                    Style.TACTICAL,
                    new Prices(4500, 2000),
                    List.of(
                            new Mode(
                                    "wingman",
                                    9,
                                    "In Wingman two utility pieces open a site: throw them together.",
                                    ""),
                            new Mode(
                                    "deathmatch",
                                    0,
                                    "In Deathmatch train one thing at a time: first shots standing still.",
                                    ""),
                            new Mode(
                                    "",
                                    13,
                                    "Buy as five: one rifle among four pistols wins nothing, so match what your team"
                                            + " can afford.",
                                    "")),
                    List.of(
                            "Stop before you shoot: counter-strafe with the opposite key.",
                            "Keep the crosshair at head height while you walk.",
                            "Throw one flash before each entry, and say so first.")),
            new Game(
                    "Valorant",
                    List.of("valorant", "valo"),
                    Style.TACTICAL,
                    new Prices(3900, 2000),
                    List.of(
                            new Mode("spike rush", 4, "In Spike Rush take the orbs first: they decide the round.", ""),
                            new Mode(
                                    "swift",
                                    5,
                                    "In Swiftplay four lost rounds are already match point: do not save twice.",
                                    ""),
                            new Mode(
                                    "deathmatch",
                                    0,
                                    "In Deathmatch train first shots: standing still, at head height.",
                                    ""),
                            new Mode(
                                    "",
                                    13,
                                    "Keep one smoke for the retake or the post-plant: the last twenty seconds win"
                                            + " more rounds than the entry.",
                                    "")),
                    List.of(
                            "Use an ability before you peek, not after.",
                            "Stop before you shoot: moving bullets miss.",
                            "Swing together with a teammate so that one of you is traded.")),
            new Game(
                    "Apex Legends",
                    List.of("apex legends", "apex"),
                    Style.ROYALE,
                    Prices.NONE,
                    List.of(new Mode(
                            "",
                            0,
                            "Third parties decide Apex: finish a fight quickly or leave it, and heal before"
                                    + " you loot.",
                            "")),
                    List.of(
                            "Swap to your second weapon instead of reloading in a duel.",
                            "Take height before you take the fight.",
                            "Shoot the same target as your squad.")),
            new Game(
                    "Fortnite",
                    List.of("fortnite"),
                    Style.ROYALE,
                    Prices.NONE,
                    List.of(
                            new Mode(
                                    "zero",
                                    0,
                                    "In Zero Build cover is what you lack: move from rock to rock, and keep one way"
                                            + " to get away.",
                                    ""),
                            new Mode(
                                    "",
                                    0,
                                    "Keep enough materials for the last circles, and edit out only when you know"
                                            + " where they are.",
                                    "")),
                    List.of(
                            "Rotate early: the edge of the storm is where the late ones die.",
                            "Carry one way to heal and one to move.",
                            "Put a wall or a rock between you and them before you heal.")),
            new Game(
                    "Overwatch 2",
                    List.of("overwatch", "overwatch 2", "ow2"),
                    Style.ARENA,
                    Prices.NONE,
                    List.of(
                            new Mode(
                                    "tank",
                                    0,
                                    "As a tank you make space: step up when your support sees you, back"
                                            + " when they do not.",
                                    ""),
                            new Mode(
                                    "support",
                                    0,
                                    "As a support stay alive first: use cover, and heal from where they"
                                            + " cannot dive you.",
                                    ""),
                            new Mode("", 0, "Two ultimates together win a fight: save yours for a teammate's.", "")),
                    List.of(
                            "Group up before you go back in: five at once beat one at a time.",
                            "Shoot the supports first.",
                            "Take the off-angle, but stay in your support's sight.")),
            new Game(
                    "League of Legends",
                    List.of("league of legends", "league", "lol"),
                    Style.LANES,
                    Prices.NONE,
                    List.of(new Mode(
                            "", 0, "Trade a kill for a tower or a dragon: objectives win, kills only help.", "")),
                    List.of(
                            "Last-hit first, trade second.",
                            "Put a ward down before you push.",
                            "Recall when your wave is in their tower, not before.")),
            new Game(
                    "Minecraft",
                    List.of("minecraft"),
                    Style.SANDBOX,
                    Prices.NONE,
                    List.of(new Mode("", 0, "Time your hits: a full swing does far more than fast clicking.", "")),
                    List.of(
                            "Carry a water bucket: it saves falls and fires.",
                            "Keep a shield in the off hand.",
                            "Light up where you build.")),
            new Game(
                    "Rocket League",
                    List.of("rocket league", "rl"),
                    Style.CARS,
                    Prices.NONE,
                    List.of(
                            new Mode(
                                    "1v1",
                                    0,
                                    "In 1v1 shadow the ball carrier back to your goal instead of challenging"
                                            + " first.",
                                    ""),
                            new Mode("2v2", 0, "In 2v2 one challenges and one covers: never both at the ball.", ""),
                            new Mode("", 0, "Rotate out on the far post: the third player back covers the goal.", "")),
                    List.of(
                            "Collect small pads on the way back instead of turning for the big boost.",
                            "Do not double-commit: if your mate jumps, you stay.",
                            "Aim your first touch into space.")),
            new Game(
                    "FIFA",
                    List.of("fifa", "ea sports fc", "ea fc", "fc"),
                    Style.FOOTBALL,
                    Prices.NONE,
                    List.of(
                            new Mode(
                                    "clubs",
                                    0,
                                    "In Pro Clubs hold your position: the pass into space works because"
                                            + " somebody stayed there.",
                                    ""),
                            new Mode(
                                    "",
                                    0,
                                    "Win the ball with the midfielder you control and leave the back line to"
                                            + " the team: a centre-back pulled out is the goal.",
                                    "")),
                    List.of(
                            "Jockey instead of sprinting in: let them make the mistake.",
                            "Play the simple pass first; sprint only into open space.",
                            "Use the wings when the middle is full.")));
}
