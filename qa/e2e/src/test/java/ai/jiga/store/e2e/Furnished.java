package ai.jiga.store.e2e;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A store in which something has happened already: an owner with agents, one of them published and with a picture, and
/// a player who bought DOF, was charged for a session, is in another and has a checkout open.
///
/// @param ids of all that is there, by the part of a path that names it
record Furnished(Person player, Person owner, Map<String, List<String>> ids) {
    private static final long ALLOCATION = 50_000;

    static Furnished of(Client store) {
        Person owner = Person.register(store).buys("platinum");
        Person player = Person.register(store).buys("platinum");
        Variant published = Variant.by(owner);
        Variant taken = Variant.by(owner);
        List<Variant> spare = List.of(Variant.by(owner), Variant.by(owner));
        String listing = published.published();
        taken.published();
        taken.unpublish().is(200);
        Answer picture = owner.client()
                .put("/agents/" + published.id() + "/image", PicturesTest.png(64, 1), "Content-Type", "image/png")
                .is(200);

        Hire settled = player.hires(listing, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, settled.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
            line.send("end_session");
            line.hear("session_ended");
        }
        player.ends(settled.session());
        Hire running = player.hires(listing, ALLOCATION);
        String checkout = player.checkout("silver").text("/transactionId");

        List<String> agents = Stream.concat(Stream.of(published, taken), spare.stream())
                .map(Variant::id)
                .toList();
        var ids = new LinkedHashMap<String, List<String>>();
        ids.put("agents/{id}", with(agents, "onyx-specialist-001"));
        ids.put("agents/{agentId}", agents);
        ids.put("variants/{id}", agents);
        ids.put("versions/{version}", List.of("1", "2"));
        ids.put("marketplace/{listingId}", List.of(listing, "onyx-specialist-001"));
        ids.put("sessions/{id}", List.of(running.session(), settled.session()));
        ids.put("sessions/{sessionId}", List.of(settled.session(), running.session()));
        ids.put("transactions/{id}", idsIn(player, "/transactions?limit=20"));
        ids.put("checkout/{id}", List.of(checkout));
        ids.put("notifications/{id}", with(idsIn(player, "/notifications"), idsIn(owner, "/notifications")));
        ids.put("users/{id}", List.of(owner.id(), player.id()));
        ids.put("assets/{name}", List.of(picture.text("/imageUrl").replaceFirst(".*/", "")));
        return new Furnished(player, owner, ids);
    }

    private static List<String> idsIn(Person person, String list) {
        return person.client().get(list).is(200).json().path("items").findValuesAsText("id");
    }

    private static List<String> with(List<String> some, String more) {
        return with(some, List.of(more));
    }

    private static List<String> with(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    String idsAsJson() {
        try {
            return Client.JSON.writeValueAsString(ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
