package ai.jiga.store.models.builtin.intent;

/// What the player wants, and the words that go with it.
///
/// @param rest for [Intent#TELL_TEAM] and [Intent#REMEMBER]: what to say or keep, as the player wrote it; else empty
public record Question(Intent intent, String rest) {}
