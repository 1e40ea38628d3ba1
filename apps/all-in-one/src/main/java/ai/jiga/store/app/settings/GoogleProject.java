package ai.jiga.store.app.settings;

/// The Google Cloud project that engines of Google's live in.
final class GoogleProject {
    private static final String NAME = "GOOGLE_CLOUD_PROJECT";

    private GoogleProject() {}

    /// @param why the beginning of the complaint when it is not set
    static String of(Environment environment, String why) {
        String project = environment.required(
                NAME,
                "its id (6 to 30 small letters, digits and hyphens)",
                text -> text.matches("[a-z][a-z0-9-]{4,28}[a-z0-9]"),
                why);
        // Something to go on with, so that all that is wrong is found.
        return project.isEmpty() ? "unknown-project" : project;
    }
}
