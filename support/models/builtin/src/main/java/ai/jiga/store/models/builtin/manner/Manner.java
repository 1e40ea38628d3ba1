package ai.jiga.store.models.builtin.manner;

import java.util.List;

/// How one agent sounds.
///
/// @param hello how it introduces itself; `%s` stands for its name
/// @param praise said when things go well; used in turn
/// @param comfort said when they do not; used in turn
/// @param welcome its answer to thanks
/// @param lead how it begins a plan
/// @param excited whether it shouts
public record Manner(
        String hello, List<String> praise, List<String> comfort, String welcome, String lead, boolean excited) {

    public String praise(int turn) {
        return praise.get(Math.floorMod(turn, praise.size()));
    }

    public String comfort(int turn) {
        return comfort.get(Math.floorMod(turn, comfort.size()));
    }
}
