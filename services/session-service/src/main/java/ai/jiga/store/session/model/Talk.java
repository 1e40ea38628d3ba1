package ai.jiga.store.session.model;

import ai.jiga.store.models.Brief;
import org.jspecify.annotations.Nullable;

/// Where a session's conversation stands since its player was gone: apart from the session, which is read with every
/// charge, and there from the first interruption on.
///
/// @param brief of the agent, in what earlier versions wrote with each hire; null since then: it is read by the version
///     that was hired
/// @param snapshot of the conversation at the last interruption; null in what earlier versions wrote before one
public record Talk(@Nullable Brief brief, @Nullable String snapshot) {}
