package ai.jiga.store.user.model;

/// What a letter with a link is for.
public enum LetterKind {
    /// That letters to the address reach the user.
    VERIFY_ADDRESS("verify"),
    /// That whoever reads them may choose another password.
    RESET_PASSWORD("reset");

    private final String page;

    LetterKind(String page) {
        this.page = page;
    }

    /// Of the web app, to which the link leads.
    public String page() {
        return page;
    }
}
