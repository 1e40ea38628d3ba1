package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;

/// The main job in the order it is played: this is the demo's table of contents.
final class Journey {
    private static final String TYPED_IN_A_HURRY = "call of dutty";

    private final Options options;
    private final ObjectMapper json;
    private final Story story;
    private final Checks checks;
    private final Patience patience;
    private final Api api;
    private final Publishing publishing;
    private final Hiring hiring;
    private final Playing playing;
    private final Settlement settlement;
    private final Reviewing reviewing;
    private final Books books;

    Journey(Options options, HttpClient http, InstantSource clock, Story story) {
        this.options = options;
        this.json = new ObjectMapper();
        this.story = story;
        this.checks = new Checks(story);
        this.patience = new Patience(clock, options.pace().settling());
        this.api = new Api(http, json, options.url());
        this.publishing = new Publishing(api, checks, story);
        this.hiring = new Hiring(api, checks, story, patience);
        this.playing = new Playing(api, http, json, clock, checks, story, patience, options.pace());
        this.settlement = new Settlement(api, checks, story, patience, new Tariff());
        this.reviewing = new Reviewing(api, checks, story, patience, hiring);
        this.books = new Books(api, checks, story, patience);
    }

    /// @throws DemoStopped at the first thing that is not as it should be
    void play() {
        story.title("JIGA Store, played from outside at " + options.url());
        isReady();

        story.step("An owner joins and buys DOF");
        var owner = Person.register(api, checks, story, patience, "owner", "Ada");
        owner.buySilver(story);

        story.step("The owner derives an agent of their own from Nova");
        var variant = publishing.derive(owner);

        story.step("The owner publishes it");
        var listing = publishing.publish(owner, variant);

        story.step("A player joins and buys DOF");
        var player = Person.register(api, checks, story, patience, "player", "Pat");
        player.buySilver(story);

        story.step("The player searches, with a typo: \"" + TYPED_IN_A_HURRY + "\"");
        hiring.find(player, TYPED_IN_A_HURRY, listing);

        var operator = options.operator().map(books::signIn);
        var booksBefore = operator.map(who -> books.read(who, player, owner));
        var ownerBefore = owner.wallet();

        story.step("The player hires " + listing.agentName());
        var hire = hiring.hire(player, listing);

        var match = Match.recorded(json);
        story.step("A recorded match streams in, and " + listing.agentName() + " listens");
        var played = playing.firstHalf(player, hire, listing.agentName(), match);

        story.step("The connection is lost, and found again");
        played = playing.dropAndResume(player, hire, played, match);

        story.step("The match goes on");
        playing.secondHalf(played, match);

        story.step("The player ends the session");
        var end = settlement.end(player, hire, played);
        playing.hearTheEnd(played);
        var settled = settlement.verify(player, hire, end);
        settlement.verifySaidAtTheEnd(played, settled);
        settlement.verifySession(player, hire, settled);

        story.step("The bill, computed a second time");
        settlement.verifyUsage(player, hire, played, settled);
        settlement.verifyWallets(player, hire, owner, ownerBefore, settled);

        story.step("The receipt");
        receipt(player, hire, settled);

        story.step("The review");
        reviewing.review(player, hire, listing);

        story.step("The books");
        books.historyAddsUp(owner);
        books.historyAddsUp(player);
        if (operator.isPresent() && booksBefore.isPresent()) {
            books.explain(booksBefore.get(), books.read(operator.get(), player, owner), player, owner, settled);
        } else {
            story.note("(With an operator's sign-in the platform's own accounts are shown too; see --help.)");
        }

        story.title("Every amount is as the demo computed it itself: " + Story.number(checks.passed())
                + " comparisons, no difference.");
    }

    private void isReady() {
        var ready = api.call(new Api.Identity.Nobody(), "GET", "/ready", Map.of(), Map.of());
        if (ready.status() != 200) {
            throw DemoStopped.notStarted("Something answers at " + options.url()
                    + ", but it is not a store that is ready (/ready says " + ready.status()
                    + "). Start one with ./jiga up, then run the demo again.");
        }
    }

    private void receipt(Person player, Hiring.Hire hire, Settlement.Settled settled) {
        var answer = api.get(player.identity(), "/sessions/" + hire.sessionId() + "/receipt");
        var keys = api.get(new Api.Identity.Nobody(), "/.well-known/jwks.json");
        var receipt = Receipt.verify(json, answer.text("/receipt"), keys.body());
        checks.same("The receipt's key", answer.text("/keyId"), receipt.keyId());
        checks.same("The receipt's session", hire.sessionId(), receipt.sessionId());
        checks.amount(
                "Signed by the store, and checked with its public key alone", settled.consumed(), receipt.consumed());
    }
}
