package ai.jiga.store.notification.model;

import ai.jiga.store.kernel.UserId;

/// What is to be said to one user's open pages.
///
/// @param type such as `session.ended`
/// @param data a record of [LiveChanges], or what is made of one
public record LiveChange(UserId recipient, String type, Object data) {}
