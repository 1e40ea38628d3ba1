package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.WeaponClass;
import ai.jiga.store.models.builtin.match.Clock;
import ai.jiga.store.models.builtin.match.Purse;
import ai.jiga.store.models.builtin.match.Rounds;
import ai.jiga.store.models.builtin.match.Shooter;
import org.jspecify.annotations.Nullable;

/// What to buy. It names what the money is enough for, not a shopping list: prices change with patches.
final class BuyAdvice {

    private final Agent agent;
    private final Shooter match;
    private final @Nullable Game game;
    private final long now;

    BuyAdvice(Agent agent, Shooter match, @Nullable Game game, long now) {
        this.agent = agent;
        this.match = match;
        this.game = game;
        this.now = now;
    }

    Draft draft() {
        Draft draft = new Draft().asksAdvice();
        Purse purse = match.purse();
        Integer money = purse.money();
        if (money != null) {
            draft.fact("You have " + Wording.grouped(money) + ".");
        }
        int left = Clock.secondsUntil(purse.buyEndsAt(), now);
        if (left > 0) {
            draft.fact(Wording.count(left, "second") + " left to buy.");
        }
        String purchase = game == null ? "" : game.purchaseIn(match.mode());
        if (!purchase.isEmpty()) {
            draft.advise(purchase).call(purchase);
        } else if (purse.fullBuy() == 0) {
            return noPrices(draft);
        } else if (money == null) {
            draft.fact("The game has not told me your money.")
                    .advise("As a guide: a full buy starts at " + Wording.grouped(purse.fullBuy()) + ", a half buy at "
                            + Wording.grouped(purse.halfBuy()) + ".")
                    .call("Full buy from " + Wording.grouped(purse.fullBuy()) + ".");
        } else {
            decide(draft, purse, money);
        }
        general(draft);
        if (!agent.has(Tool.GENERAL_GAMING) && agent.has(Tool.OBSERVATION) && money != null) {
            draft.used(Tool.OBSERVATION, "Looked up the economy.");
        }
        expertise(draft);
        Integer team = purse.teamMoney();
        return draft.together(
                        team == null
                                ? "Say what you buy, so that the team buys the same."
                                : "The team has " + Wording.grouped(team) + " together: agree before anybody spends.")
                .foresee(new Outlook(match).rounds());
    }

    private void decide(Draft draft, Purse purse, int money) {
        Rounds rounds = match.rounds();
        int missing = purse.fullBuy() - money;
        if (purse.means() == Purse.Means.FULL) {
            draft.advise("Full buy: a rifle, armor and utility.").call("Full buy.");
        } else if (rounds.theirMatchPoint()) {
            draft.advise("Spend everything: they need one more round, so there is nothing left to save for.")
                    .call("Spend everything.");
        } else if (rounds.pistols()) {
            draft.advise(
                            "Everybody begins this round with little, so there is nothing to save for: armor or utility first.")
                    .call("Spend it. Armor first.");
        } else if (purse.means() == Purse.Means.HALF) {
            draft.advise("Half buy: a cheap automatic weapon with armor; or save, if your team does. You are "
                            + Wording.grouped(missing) + " short of a full buy.")
                    .call("Half buy, or save with the team.");
        } else {
            draft.advise("Save this round: you are " + Wording.grouped(missing) + " short of a full buy.")
                    .call("Save.");
        }
    }

    private Draft noPrices(Draft draft) {
        String where = match.game().isEmpty() ? "this game" : match.game();
        boolean sells = match.purse().money() != null || match.purse().buyEndsAt() != 0;
        if (!sells && game != null && game.style() != Game.Style.SANDBOX && game.style() != Game.Style.LANES) {
            draft.fact("There is nothing to buy between rounds in " + where
                    + (match.mode().isEmpty() ? "." : " " + match.mode() + ", as far as I know."));
        } else {
            draft.fact("I do not know the prices of " + where + ", so I will not guess.");
        }
        if (sells) {
            general(draft);
        }
        String best = match.fights().killWeapons().clear()
                ? match.fights().killWeapons().top()
                : null;
        if (best != null) {
            draft.advise("Keep the " + best + ": it has most of your kills.").call("Keep the " + best + ".");
        }
        expertise(draft);
        return draft;
    }

    private void general(Draft draft) {
        if (agent.has(Tool.GENERAL_GAMING)) {
            draft.advise("As a rule, armor comes before a bigger gun.")
                    .used(Tool.GENERAL_GAMING, "Looked up what to buy.");
        }
    }

    private void expertise(Draft draft) {
        String weapon = match.fights().deathWeapons().top();
        WeaponClass known = weapon == null ? null : WeaponClass.of(weapon);
        if (known != null && match.fights().deathWeapons().most() >= 2) {
            draft.expertise(
                    switch (known) {
                        case SNIPER -> "Snipers kill you most: put smokes before a better rifle.";
                        case SMG, SHOTGUN, MELEE ->
                            "Close fights kill you most: choose a weapon for range, and hold longer lines.";
                        case RIFLE -> "Rifles kill you most: full armor is worth more than a bigger gun.";
                        case EXPLOSIVE -> "Explosives kill you most: spend on armor, and spread out.";
                    });
        }
        if (game != null && agent.expertIn(game.name())) {
            draft.expertise(game.expertiseIn(match.mode()));
        } else if (agent.specialist() && !match.game().isEmpty()) {
            draft.expertise(outsideField(agent, match.game()));
        }
    }

    /// The plain words of a Specialist about a game that is not theirs.
    static String outsideField(Agent agent, String game) {
        return game + " is outside my field"
                + (agent.specialGames().isEmpty() ? "" : " (" + Wording.and(agent.specialGames()) + ")")
                + ", so take this as general advice.";
    }
}
