package ai.jiga.store.demo;

import ai.jiga.store.demo.Hiring.Hire;
import ai.jiga.store.demo.Playing.Played;
import ai.jiga.store.demo.Tariff.Split;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The end of a session, computed a second time: from the usage lines by the price list, from the frames by their
/// prices, and from the demo's own clock; and the split among owner, platform and creator.
final class Settlement {
    private static final String TIME = "time";

    private final Api api;
    private final Checks checks;
    private final Story story;
    private final Patience patience;
    private final Tariff tariff;

    Settlement(Api api, Checks checks, Story story, Patience patience, Tariff tariff) {
        this.api = api;
        this.checks = checks;
        this.story = story;
        this.patience = patience;
        this.tariff = tariff;
    }

    /// What a session came to.
    record Settled(long consumed, long released, Split split) {}

    Answer end(Person player, Hire hire, Played played) {
        var end = api.delete(player.identity(), "/sessions/" + hire.sessionId());
        played.connected().leaves();
        return end;
    }

    Settled verify(Person player, Hire hire, Answer end) {
        checks.same("The session's status", "ended", end.text("/status"));
        var consumed = end.amount("/consumed");
        checks.holds("a session never costs more than was set aside", consumed <= hire.allocation());
        story.note("The store says that " + Story.dof(consumed) + " of " + Story.dof(hire.allocation()) + " were used");
        checks.amount("Change, back in the wallet", hire.allocation() - consumed, end.amount("/released"));

        var split = Split.of(consumed);
        var owner = end.amount("/distribution/owner");
        var platform = end.amount("/distribution/platform");
        var creator = end.amount("/distribution/creator");
        checks.amount("The owner's 70 % and what cannot be divided", split.owner(), owner);
        // Nova is the platform's own, so its creator's 5 % is the platform's too, in one figure or in two.
        checks.amount(
                "The platform's 25 %, and 5 % as the creator of Nova",
                split.platform() + split.creator(), platform + creator);
        checks.holds(
                "the creator's share is shown on its own or within the platform's",
                creator == split.creator() || creator == 0);
        checks.quietly("The three shares together", consumed, owner + platform + creator);

        var again = api.delete(player.identity(), "/sessions/" + hire.sessionId());
        for (var field : List.of("/consumed", "/released", "/distribution", "/transactionId")) {
            checks.same("Ended a second time, '" + field.substring(1) + "'", end.node(field), again.node(field));
        }
        story.checked("Ended a second time: the same figures, nothing charged again");
        return new Settled(consumed, hire.allocation() - consumed, split);
    }

    /// Every usage line by the price list, their sum, and what the frames had said.
    void verifyUsage(Person player, Hire hire, Played played, Settled settled) {
        var lines = api.all(player.identity(), "/sessions/" + hire.sessionId() + "/usage?limit=100");
        var sum = 0L;
        var millis = 0L;
        var time = 0L;
        var unasked = 0L;
        var bySeq = new HashMap<Long, Long>();
        var byAction = new TreeMap<String, Long>();
        for (var line : lines) {
            var action = Answer.text(line, "/action", "A usage line");
            var units = Answer.amount(line, "/units", "A usage line");
            var dof = Answer.amount(line, "/dof", "A usage line");
            sum += dof;
            byAction.merge(action, dof, Long::sum);
            if (TIME.equals(action)) {
                checks.holds("time is nobody's frame", !line.hasNonNull("seq"));
                millis += units;
                time += dof;
                continue;
            }
            checks.quietly(units + " x " + action + " for a variant", tariff.variantAction(action, units), dof);
            if (line.hasNonNull("seq")) {
                bySeq.merge(Answer.amount(line, "/seq", "A usage line"), dof, Long::sum);
            } else {
                unasked += dof;
            }
        }
        checks.quietly("The time of the session at its hourly rate", Tariff.time(hire.rate(), millis), time);
        checks.amount("All " + lines.size() + " usage lines together", settled.consumed(), sum);
        story.note(inWords(byAction));
        verifyClock(played, millis);
        verifyFrames(played.conversation(), bySeq, unasked);
        story.checked("What each of the " + played.conversation().lastSent()
                + " frames said it cost is what its usage lines say");
    }

    private void verifyClock(Played played, long millis) {
        var least = played.connected().least();
        var most = played.connected().most();
        if (millis < least || millis > most) {
            throw DemoStopped.failed(
                    "The time charged: expected between %s and %s milliseconds by the demo's own clock, but the store says %s."
                            .formatted(Story.number(least), Story.number(most), Story.number(millis)));
        }
        checks.holds("the time charged is the time connected", true);
        story.checked("Time charged: " + Story.number(millis) + " ms, within what the demo's own clock allows ("
                + Story.number(least) + " to " + Story.number(most) + ")");
    }

    private void verifyFrames(Conversation conversation, Map<Long, Long> bySeq, long unasked) {
        var said = conversation.chargedBySeq();
        said.forEach((seq, dof) -> checks.quietly("The usage of frame " + seq, dof, bySeq.getOrDefault(seq, 0L)));
        for (var seq : bySeq.keySet()) {
            checks.holds("frame " + seq + " on the bill was sent by the player", said.containsKey(seq));
        }
        checks.quietly("Usage that no frame caused", conversation.chargedUnasked(), unasked);
    }

    void verifySaidAtTheEnd(Played played, Settled settled) {
        var data = played.conversation()
                .ended()
                .orElseThrow(() -> DemoStopped.failed("The live line did not say that the session had ended."));
        checks.quietly(
                "Consumed, on the live line", settled.consumed(), Answer.amount(data, "/consumed", "session_ended"));
        checks.quietly(
                "Released, on the live line", settled.released(), Answer.amount(data, "/released", "session_ended"));
    }

    void verifyWallets(Person player, Hire hire, Person owner, Wallet ownerBefore, Settled settled) {
        var wallet = patience.until(player::wallet, w -> w.held() == 0);
        checks.quietly("Nothing is held any more", 0, wallet.held());
        checks.amount(
                player.name() + "'s wallet, " + Story.dof(hire.balanceBefore()) + " less what was used",
                hire.balanceBefore() - settled.consumed(),
                wallet.balance());
        var expected = ownerBefore.earned() + settled.split().owner();
        var earned = patience.until(owner::wallet, w -> w.earned() == expected);
        checks.amount(owner.name() + "'s earnings", expected, earned.earned());
        checks.quietly("What the owner had bought", ownerBefore.balance(), earned.balance());
    }

    private static String inWords(Map<String, Long> byAction) {
        var words = new StringBuilder();
        byAction.forEach((action, dof) -> words.append(words.isEmpty() ? "" : ", ")
                .append(action.replace('_', ' '))
                .append(' ')
                .append(Story.number(dof)));
        return words.toString();
    }

    /// The session's listing of money, read once more as the player's session page shows it.
    void verifySession(Person player, Hire hire, Settled settled) {
        JsonNode session =
                api.get(player.identity(), "/sessions/" + hire.sessionId()).body();
        checks.quietly(
                "Consumed, on the session's page",
                settled.consumed(),
                Answer.amount(session, "/dof/consumed", "The session"));
    }
}
