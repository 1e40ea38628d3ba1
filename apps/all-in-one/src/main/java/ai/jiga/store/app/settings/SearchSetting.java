package ai.jiga.store.app.settings;

import ai.jiga.store.search.algolia.AlgoliaOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the search index lies.
public sealed interface SearchSetting {
    String source();

    record Lucene(Path folder, String source) implements SearchSetting {}

    record Algolia(AlgoliaOptions options, String source) implements SearchSetting {}

    static SearchSetting of(Environment environment, Path folder) {
        String id = "ALGOLIA_APP_ID";
        String key = "ALGOLIA_API_KEY";
        if (!environment.isSet(id)) {
            environment.idle(key, id + " is not: set both for Algolia, or neither for the index of this process.");
            return new Lucene(folder, "default");
        }
        String application = environment.text(id).orElse("");
        String secret = environment.text(key).orElse("");
        String prefix = environment.text("ALGOLIA_INDEX_PREFIX").orElse("jiga");
        List<URI> hosts = environment.text("ALGOLIA_HOSTS").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> environment.isUri("ALGOLIA_HOSTS", text))
                .map(URI::create)
                .toList();
        List<String> problems = AlgoliaOptions.problems(application, secret, prefix, hosts);
        problems.forEach(problem -> environment.problem(problem + "."));
        return problems.isEmpty()
                ? new Algolia(new AlgoliaOptions(application, secret, prefix, hosts), id)
                : new Lucene(folder, id);
    }
}
