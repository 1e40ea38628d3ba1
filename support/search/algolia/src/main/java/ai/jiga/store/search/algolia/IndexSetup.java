package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import com.algolia.model.search.Action;
import com.algolia.model.search.BatchRequest;
import com.algolia.model.search.BatchWriteParams;
import com.algolia.model.search.ExactOnSingleWordQuery;
import com.algolia.model.search.IgnorePlurals;
import com.algolia.model.search.IndexSettings;
import com.algolia.model.search.QueryType;
import com.algolia.model.search.RemoveStopWords;
import com.algolia.model.search.RemoveWordsIfNoResults;
import com.algolia.model.search.SearchForHits;
import com.algolia.model.search.SearchMethodParams;
import com.algolia.model.search.SearchSynonymsParams;
import com.algolia.model.search.SupportedLanguage;
import com.algolia.model.search.SynonymHit;
import com.algolia.model.search.SynonymType;
import com.algolia.model.search.TypoTolerance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A declaration as settings, replicas and synonyms of an index, and the way there: what is pushed is what
/// differs.
final class IndexSetup {
    private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9_-]+");
    /// As far as Algolia counts the values of a facet.
    private static final int FACET_VALUES = 1_000;

    private static final int ONE_TYPO_FROM = 4;
    private static final int TWO_TYPOS_FROM = 8;

    private final Service service;
    private final String index;
    private final IndexDefinition definition;
    private final ObjectMapper json = new ObjectMapper();

    /// @throws IllegalArgumentException when an attribute has a name that Algolia would read as something else
    IndexSetup(Service service, String index, IndexDefinition definition) {
        Stream.of(
                        definition.textAttributes().stream(),
                        definition.termAttributes().stream(),
                        definition.booleanFacets().stream(),
                        definition.numericAttributes().stream())
                .flatMap(attributes -> attributes)
                .filter(attribute -> !ATTRIBUTE.matcher(attribute).matches())
                .findAny()
                .ifPresent(attribute -> {
                    throw new IllegalArgumentException(
                            "An attribute has letters, digits, dashes and underscores in Algolia: " + attribute);
                });
        this.service = service;
        this.index = index;
        this.definition = definition;
    }

    String index() {
        return index;
    }

    IndexDefinition definition() {
        return definition;
    }

    /// The index that has this order: a replica of the one that is written to.
    String sorted(Sort sort) {
        return switch (sort) {
            case Sort.Relevance ignored -> index;
            case Sort.ByNumber by -> index + "_" + by.attribute() + (by.descending() ? "_desc" : "_asc");
        };
    }

    /// What tells one declaration from another.
    String declaration() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((Records.LAYOUT + " " + definition).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes the index fit, and empties it when it holds something declared differently.
    ///
    /// @return the position of its last commit
    Optional<String> prepare() {
        Optional<JsonNode> commit = service.find(
                        "reading the last commit of index " + index,
                        (client, options) -> client.getObject(index, Records.COMMIT, options))
                .map(found -> json.<JsonNode>valueToTree(found));
        boolean fits = commit.map(found -> found.path(Records.DECLARATION).asText())
                .filter(declaration()::equals)
                .isPresent();
        if (!fits) {
            empty(commit.isPresent());
        }
        pushSettings();
        pushSynonyms();
        if (!fits) {
            published(service.ask(
                            "writing the first commit of index " + index,
                            (client, options) -> client.batch(
                                    index,
                                    new BatchWriteParams()
                                            .addRequests(new BatchRequest()
                                                    .setAction(Action.UPDATE_OBJECT)
                                                    .setBody(Records.commit(declaration(), null))),
                                    options))
                    .getTaskID());
            return Optional.empty();
        }
        return commit.map(found -> found.path(Records.POSITION).textValue());
    }

    /// What a store has not written is not the store's to empty.
    private void empty(boolean ours) {
        if (ours) {
            LOG.info("Search index {} was declared differently when it was built: emptied, to be fed anew", index);
            published(service.ask("emptying index " + index, (client, options) -> client.clearObjects(index, options))
                    .getTaskID());
            return;
        }
        SearchMethodParams everything = new SearchMethodParams()
                .addRequests(new SearchForHits()
                        .setIndexName(index)
                        .setQuery("")
                        .setHitsPerPage(1)
                        .setAnalytics(false));
        long held = service.find(
                        "counting index " + index,
                        (client, options) -> client.search(everything, JsonNode.class, options))
                .map(found -> Answers.of(found.getResults().getFirst()).getNbHits())
                .orElse(0);
        if (held > 0) {
            throw new IllegalStateException("Algolia's index " + index + " holds " + held + " records that are not of "
                    + "this store. Set another ALGOLIA_INDEX_PREFIX, or delete that index");
        }
    }

    private void pushSettings() {
        List<String> replicas =
                definition.sorts().stream().<String>map(this::sorted).toList();
        push(index, settings(List.of()).setReplicas(replicas));
        for (Sort.ByNumber sort : definition.sorts()) {
            String first = (sort.descending() ? "desc(" : "asc(") + Records.number(sort.attribute()) + ")";
            push(sorted(sort), settings(List.of(first)));
        }
    }

    /// @param first what comes before relevance
    private IndexSettings settings(List<String> first) {
        List<String> ranking = new ArrayList<>(first);
        if (first.isEmpty()) {
            // Without proximity, as the embedded engine has it: of equal words the declared ranking decides.
            // Words count for a relaxed search, which does not need them all.
            ranking.addAll(List.of("typo", "words", "exact", "attribute"));
        }
        ranking.add("custom");
        List<String> custom = new ArrayList<>();
        definition.ranking().forEach(attribute -> custom.add("desc(" + Records.number(attribute) + ")"));
        custom.add("asc(" + Records.ID + ")");
        List<SupportedLanguage> languages = Stream.of(SupportedLanguage.values())
                .filter(language -> definition.languages().contains(language.getValue()))
                .toList();
        List<String> faceting = new ArrayList<>();
        faceting.add("filterOnly(" + Records.LIVE + ")");
        definition.termFilters().forEach(attribute -> faceting.add("filterOnly(" + Records.terms(attribute) + ")"));
        for (String attribute : definition.termFacets()) {
            if (definition.keys().containsKey(attribute)) {
                faceting.add("filterOnly(" + Records.terms(attribute) + ")");
                faceting.add(Records.spelled(attribute));
            } else {
                faceting.add(Records.terms(attribute));
            }
        }
        definition.booleanFacets().forEach(attribute -> faceting.add(Records.flag(attribute)));
        definition.rangeFacets().keySet().forEach(attribute -> faceting.add(Records.bucket(attribute)));
        return new IndexSettings()
                .setSearchableAttributes(definition.textAttributes().stream()
                        .map(attribute -> "unordered(" + Records.text(attribute) + ")")
                        .toList())
                .setAttributesForFaceting(faceting)
                .setNumericAttributesForFiltering(definition.numericAttributes().stream()
                        .map(Records::number)
                        .toList())
                .setRanking(ranking)
                .setCustomRanking(custom)
                .setMinWordSizefor1Typo(ONE_TYPO_FROM)
                .setMinWordSizefor2Typos(TWO_TYPOS_FROM)
                .setTypoTolerance(TypoTolerance.of(true))
                .setAllowTyposOnNumericTokens(false)
                .setQueryType(QueryType.PREFIX_LAST)
                // Decided by us for all queries of a search together, see Relaxation.
                .setRemoveWordsIfNoResults(RemoveWordsIfNoResults.NONE)
                // Left out by us: Algolia's lists have names in them (war, die), and it keeps the last word.
                .setRemoveStopWords(RemoveStopWords.of(false))
                .setQueryLanguages(languages)
                .setIndexLanguages(languages)
                .setIgnorePlurals(IgnorePlurals.of(languages))
                .setDecompoundQuery(true)
                .setExactOnSingleWordQuery(ExactOnSingleWordQuery.WORD)
                .setHighlightPreTag(String.valueOf(Records.FOUND_BEGINS))
                .setHighlightPostTag(String.valueOf(Records.FOUND_ENDS))
                .setMaxValuesPerFacet(FACET_VALUES)
                .setPaginationLimitedTo(SearchRequest.MAX_DEPTH);
    }

    private void push(String name, IndexSettings wanted) {
        JsonNode current = service.find(
                        "reading the settings of index " + name, (client, options) -> client.getSettings(name, options))
                .map(found -> json.<JsonNode>valueToTree(found))
                .orElseGet(json::createObjectNode);
        boolean differs = json.<JsonNode>valueToTree(wanted).properties().stream()
                .filter(setting -> !setting.getValue().isNull())
                .anyMatch(setting -> !setting.getValue().equals(current.get(setting.getKey())));
        if (differs) {
            LOG.info("Search index {}: settings pushed", name);
            long task = service.ask(
                            "writing the settings of index " + name,
                            (client, options) -> client.setSettings(name, wanted, false, options))
                    .getTaskID();
            service.awaitPublished(name, task);
        }
    }

    private void pushSynonyms() {
        List<SynonymHit> wanted = new ArrayList<>();
        for (List<String> group : definition.synonyms()) {
            wanted.add(new SynonymHit()
                    .setObjectID("group-" + wanted.size())
                    .setType(SynonymType.SYNONYM)
                    .setSynonyms(group));
        }
        List<SynonymHit> current = service.find(
                        "reading the synonyms of index " + index,
                        (client, options) -> client.searchSynonyms(
                                index, new SearchSynonymsParams().setQuery("").setHitsPerPage(1_000), options))
                .map(found -> found.getHits())
                .orElse(List.of());
        if (!groups(wanted).equals(groups(current))) {
            LOG.info("Search index {}: synonyms pushed", index);
            published(service.ask(
                            "writing the synonyms of index " + index,
                            (client, options) -> wanted.isEmpty()
                                    ? client.clearSynonyms(index, true, options)
                                    : client.saveSynonyms(index, wanted, true, true, options))
                    .getTaskID());
        }
    }

    private static HashSet<Map.Entry<String, List<String>>> groups(List<SynonymHit> synonyms) {
        HashSet<Map.Entry<String, List<String>>> groups = new HashSet<>();
        for (SynonymHit group : synonyms) {
            List<String> phrases = group.getSynonyms();
            groups.add(Map.entry(group.getObjectID(), phrases == null ? List.of() : phrases));
        }
        return groups;
    }

    private void published(long task) {
        service.awaitPublished(index, task);
    }
}
