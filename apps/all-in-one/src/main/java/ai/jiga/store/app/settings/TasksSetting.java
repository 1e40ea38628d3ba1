package ai.jiga.store.app.settings;

import java.util.List;

/// Who remembers what is to be done later.
public sealed interface TasksSetting {
    String source();

    /// The documents are looked through for what is due.
    record Documents(String source) implements TasksSetting {}

    /// @param queue `projects/P/locations/L/queues/Q`
    /// @param serviceAccount the e-mail address whose tokens the calls carry
    /// @param target where Cloud Tasks reaches this store
    record CloudTasks(String queue, String serviceAccount, String target, String source) implements TasksSetting {}

    static TasksSetting of(Environment environment, String publicUrl) {
        String source = environment.source("JIGA_TASKS");
        if (environment.oneOf("JIGA_TASKS", List.of("documents", "cloudtasks")).equals("documents")) {
            return new Documents(source);
        }
        String why = "JIGA_TASKS=cloudtasks needs a queue and a service account";
        String queue = environment.required(
                "JIGA_TASKS_QUEUE",
                "its name projects/PROJECT/locations/LOCATION/queues/QUEUE",
                text -> text.matches("projects/[^/]+/locations/[^/]+/queues/[^/]+"),
                why);
        String account = environment.required(
                "JIGA_TASKS_SERVICE_ACCOUNT",
                "the e-mail address of the service account that signs the calls",
                text -> text.matches("[^@\\s]+@[^@\\s]+"),
                why);
        if (!publicUrl.startsWith("https://")) {
            environment.problem("Cloud Tasks calls this store over https: set JIGA_PUBLIC_URL to the https address at"
                    + " which it is reached; not '" + publicUrl + "'.");
        }
        return new CloudTasks(queue, account, publicUrl, source);
    }
}
