package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.notification.usecase.FollowUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// `user` on `/ws`: what the event stream tells, of the caller, from now on.
public final class UserChannel implements ChannelKind {
    private final FollowUser users;
    private final ObjectMapper json;

    public UserChannel(FollowUser users, ObjectMapper json) {
        this.users = users;
        this.json = json;
    }

    @Override
    public String name() {
        return "user";
    }

    @Override
    public Scope scope() {
        return Scope.NOTIFICATIONS;
    }

    @Override
    public boolean hasId() {
        return false;
    }

    @Override
    public Outcome<Listening> open(Caller.User caller, String id, Listener listener) {
        String now = users.now(caller.id());
        FollowUser.Following following = users.follow(caller.id(), now, new FollowUser.Follower() {
            @Override
            public void heard(FollowUser.Happened event) {
                listener.heard(json.valueToTree(event));
            }

            @Override
            public void reset(String position) {
                listener.heard(json.createObjectNode().put("id", position).put("type", "reset"));
            }

            @Override
            public void lost() {
                listener.lost();
            }
        });
        return Outcome.done(new Listening() {
            @Override
            public @Nullable JsonNode snapshot() {
                return json.createObjectNode().put("lastEventId", now);
            }

            @Override
            public void close() {
                following.close();
            }
        });
    }
}
