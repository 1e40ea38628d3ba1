package ai.jiga.store.user.model;

/// What a letter with a link is for.
public enum LetterKind {
    /// That letters to the address reach the user.
    VERIFY_ADDRESS("verify"),
    /// That whoever reads them may choose another password.
    RESET_PASSWORD("reset"),
    /// That the password is another one. It leads to where the account's sign-ins and keys are seen.
    PASSWORD_CHANGED("account");

    private final String page;

    LetterKind(String page) {
        this.page = page;
    }

    /// Whether its link opens something by itself.
    public boolean isKey() {
        return this != PASSWORD_CHANGED;
    }

    /// Of the web app, to which the link leads.
    public String page() {
        return page;
    }
}
