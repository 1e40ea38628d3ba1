package ai.jiga.store.session.model;

import ai.jiga.store.models.Brief;
import org.jspecify.annotations.Nullable;

/// What the agent of a session is, as of the hire, and where its conversation stands. Apart from the session,
/// which is read with every charge.
///
/// @param snapshot of the conversation at the last pause
public record Talk(Brief brief, @Nullable String snapshot) {}
