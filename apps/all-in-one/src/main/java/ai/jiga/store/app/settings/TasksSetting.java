package ai.jiga.store.app.settings;

import ai.jiga.store.queue.cloudtasks.CloudTaskOptions;
import java.net.URI;
import java.util.List;

/// Who remembers what is to be done later.
public sealed interface TasksSetting {
    String source();

    /// The documents are looked through for what is due.
    record Documents(String source) implements TasksSetting {}

    record CloudTasks(CloudTaskOptions options, String source) implements TasksSetting {}

    static TasksSetting of(Environment environment, String publicUrl) {
        String source = environment.source("JIGA_TASKS");
        if (environment.oneOf("JIGA_TASKS", List.of("documents", "cloudtasks")).equals("documents")) {
            return new Documents(source);
        }
        String project = environment.text("GOOGLE_CLOUD_PROJECT").orElse("");
        String location = environment.text("CLOUD_TASKS_LOCATION").orElse("");
        String queue = environment.text("CLOUD_TASKS_QUEUE").orElse("");
        String account = environment.text("CLOUD_TASKS_SERVICE_ACCOUNT").orElse("");
        String target = environment.text("CLOUD_TASKS_TARGET").orElse(publicUrl);
        List<String> problems = CloudTaskOptions.problems(project, location, queue, target, account);
        problems.forEach(environment::problem);
        return problems.isEmpty()
                ? new CloudTasks(CloudTaskOptions.of(project, location, queue, URI.create(target), account), source)
                : new Documents(source);
    }
}
