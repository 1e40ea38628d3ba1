package ai.jiga.store.notification.model;

import ai.jiga.store.kernel.UserId;

/// What one user is to be told.
///
/// @param kind stable, lower snake case, such as `session_ended`
/// @param params what the text says
public record Message(UserId recipient, String kind, String title, String text, Facts params, Subject about) {}
