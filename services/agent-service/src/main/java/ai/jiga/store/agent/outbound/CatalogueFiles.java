package ai.jiga.store.agent.outbound;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.agent.model.SystemAgent;
import ai.jiga.store.kernel.AgentId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The system agents and the badges, from the JSON files of this module.
public final class CatalogueFiles {
    private static final String FOLDER = "/ai/jiga/store/agent/";

    private final ObjectMapper json;

    public CatalogueFiles(ObjectMapper json) {
        this.json = json;
    }

    public List<SystemAgent> systemAgents() {
        List<SystemAgent> agents = new ArrayList<>();
        for (JsonNode entry : read("system-agents.json")) {
            agents.add(new SystemAgent(AgentId.of(entry.path("id").asText()), as(entry, AgentDraft.class)));
        }
        return List.copyOf(agents);
    }

    public List<Badge> badges() {
        List<Badge> badges = new ArrayList<>();
        read("badges.json").forEach(entry -> badges.add(as(entry, Badge.class)));
        return List.copyOf(badges);
    }

    private <T> T as(JsonNode entry, Class<T> type) {
        try {
            return json.treeToValue(entry, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a catalogue entry is no " + type.getSimpleName() + ": " + entry, e);
        }
    }

    private JsonNode read(String name) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from this build");
            }
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
