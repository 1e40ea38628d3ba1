package ai.jiga.store.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whose model answers.
public enum Provider {
    @JsonProperty("gemini")
    GEMINI("gemini"),
    @JsonProperty("google")
    GOOGLE("google"),
    @JsonProperty("openai")
    OPENAI("openai"),
    /// The store's own coach: no network.
    @JsonProperty("builtin")
    BUILTIN("builtin"),
    /// An endpoint that the owner hosts.
    @JsonProperty("webhook")
    WEBHOOK("webhook");

    private final String label;

    Provider(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
