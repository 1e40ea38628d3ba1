package ai.jiga.store.contracts.agent;

/// How an agent speaks and whether it remembers.
public record Features(boolean hasVoiceChat, boolean hasCommentator, boolean hasMemory) {}
