package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.TextKey;

/// Guards a name: as long as this document exists, no other agent of the owner gets it. Moved in the
/// transaction that renames.
public record AgentName(UserId ownerId, String name, AgentId agentId) {
    public static final int LEAST_CHARACTERS = 3;
    public static final int MOST_CHARACTERS = 50;

    /// The document's id. Names that differ in case or in how accents are encoded alone are the same name.
    ///
    /// @param name that keeps the length, so that the id keeps the store's limit
    public static String guardId(UserId owner, String name) {
        // A document's id holds no slash; escaping the escape keeps two names apart.
        return owner.value() + ":" + TextKey.of(name).replace("%", "%25").replace("/", "%2F");
    }
}
