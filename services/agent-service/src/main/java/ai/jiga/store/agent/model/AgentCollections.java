package ai.jiga.store.agent.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import java.util.List;
import java.util.stream.IntStream;

/// The documents of the agent service.
public final class AgentCollections {
    /// The state stands in each index, because what is not paid for or was deleted is in no list.
    public static final Collection<Agent> AGENTS = Collection.of("agents", Agent.class)
            .index(Index.asc("ownerId"), Index.asc("state"), Index.desc("createdAt"))
            .index(Index.asc("ownerId"), Index.asc("state"), Index.asc("variant"), Index.desc("createdAt"))
            .index(Index.asc("ownerId"), Index.asc("state"), Index.asc("draft.type"), Index.desc("createdAt"))
            .index(
                    Index.asc("ownerId"),
                    Index.asc("state"),
                    Index.asc("marketplaceStatus.isPublished"),
                    Index.desc("createdAt"))
            .index(
                    Index.asc("ownerId"),
                    Index.asc("state"),
                    Index.asc("variant"),
                    Index.asc("marketplaceStatus.isPublished"),
                    Index.desc("createdAt"));

    public static final Collection<AgentName> NAMES = Collection.of("agent_names", AgentName.class);

    public static final Collection<AgentVersion> VERSIONS =
            Collection.of("agents/{}/versions", AgentVersion.class).index(Index.desc("version"));

    public static final Collection<ConfigurationSnapshot> CONFIGS =
            Collection.of("agents/{}/configs", ConfigurationSnapshot.class).index(Index.desc("version"));

    public static final Collection<MetricsShard> METRICS = Collection.of("agents/{}/metrics", MetricsShard.class);

    public static final Collection<EarningsShard> EARNINGS = Collection.of("agents/{}/earnings", EarningsShard.class);

    public static final Collection<PlayFigures> PLAY_FIGURES = Collection.of("play_figures", PlayFigures.class);

    public static final Collection<OwnerShard> OWNER_FIGURES = Collection.of("owner_figures", OwnerShard.class);

    /// The sessions that are under way, by their ids.
    public static final Collection<Engagement> ENGAGEMENTS =
            Collection.of("agents/{}/engagements", Engagement.class).index(Index.asc("since"));

    public static final Collection<Badge> BADGES =
            Collection.of("badges", Badge.class).index(Index.asc("position"));

    public static final Schema SCHEMA = Schema.of(
            AGENTS, NAMES, VERSIONS, CONFIGS, METRICS, EARNINGS, PLAY_FIGURES, OWNER_FIGURES, ENGAGEMENTS, BADGES);

    private AgentCollections() {}

    public static Ref<Agent> agent(AgentId id) {
        return AGENTS.id(id.value());
    }

    public static Ref<AgentName> name(UserId owner, String name) {
        return NAMES.id(AgentName.guardId(owner, name));
    }

    public static Ref<AgentVersion> version(AgentId id, long version) {
        return VERSIONS.id(agent(id), Long.toString(version));
    }

    public static Ref<Engagement> engagement(AgentId id, SessionId session) {
        return ENGAGEMENTS.id(agent(id), session.value());
    }

    public static Ref<PlayFigures> playFigures(UserId player) {
        return PLAY_FIGURES.id(player.value());
    }

    /// @param cause the id of what is counted there
    public static Ref<OwnerShard> ownerFigures(UserId owner, String cause) {
        return OWNER_FIGURES.id(owner.value() + "." + Shards.of(cause));
    }

    public static List<Ref<OwnerShard>> ownerFigures(UserId owner) {
        return IntStream.range(0, Shards.COUNT)
                .mapToObj(shard -> OWNER_FIGURES.id(owner.value() + "." + shard))
                .toList();
    }

    public static Ref<ConfigurationSnapshot> config(AgentId id, long version) {
        return CONFIGS.id(agent(id), Long.toString(version));
    }
}
