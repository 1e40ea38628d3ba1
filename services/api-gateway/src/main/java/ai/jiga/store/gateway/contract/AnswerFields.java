package ai.jiga.store.gateway.contract;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// What `fields` may name of an answer: its members by their paths, three levels deep; on a page also those
/// of its items.
final class AnswerFields {
    private static final int LEVELS = 3;

    private final References references;

    AnswerFields(OpenAPI api) {
        this.references = References.of(api);
    }

    /// Empty for what is no JSON object.
    Set<String> of(APIResponse response) {
        if (response == null || response.getContent() == null) {
            return Set.of();
        }
        MediaType json = response.getContent().getMediaTypes().get("application/json");
        if (json == null || json.getSchema() == null) {
            return Set.of();
        }
        var paths = new TreeSet<String>();
        Schema answer = json.getSchema();
        add(paths, "", answer, 1);
        Schema items = members(answer).get("items");
        if (items != null && references.resolved(items).getItems() != null) {
            add(paths, "", references.resolved(items).getItems(), 1);
        }
        return paths;
    }

    private void add(Set<String> paths, String prefix, Schema schema, int level) {
        if (level > LEVELS) {
            return;
        }
        members(schema).forEach((name, member) -> {
            paths.add(prefix + name);
            Schema items = references.resolved(member).getItems();
            add(paths, prefix + name + ".", items == null ? member : items, level + 1);
        });
    }

    /// Those that every form of an answer has, where there are several.
    private Map<String, Schema> members(Schema schema) {
        Schema resolved = references.resolved(schema);
        List<Schema> forms = resolved.getAnyOf() == null ? resolved.getOneOf() : resolved.getAnyOf();
        if (forms == null || forms.isEmpty()) {
            return resolved.getProperties() == null ? Map.of() : resolved.getProperties();
        }
        Iterator<Schema> each = forms.iterator();
        Map<String, Schema> common = new TreeMap<>(members(each.next()));
        while (each.hasNext()) {
            common.keySet().retainAll(new HashSet<>(members(each.next()).keySet()));
        }
        return common;
    }
}
