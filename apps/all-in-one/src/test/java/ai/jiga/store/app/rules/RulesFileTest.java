package ai.jiga.store.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What must hold for every rule there is, the ones that no document of the table meets included.
class RulesFileTest {
    static final String RULES = "infrastructure/firestore/firestore.rules";

    private static final Pattern ALLOW = Pattern.compile("allow ([a-z, ]+?)(?:: if ([^;]+))?;");

    @Test
    void readingIsAllAnyRuleAllows() throws IOException {
        assertThat(allowed())
                .isNotEmpty()
                .allMatch(rule -> rule.operations().equals("get")
                        || rule.operations().equals("list")
                        || rule.condition().equals("false"));
    }

    @Test
    void everyListIsAPage() throws IOException {
        assertThat(allowed())
                .filteredOn(rule -> rule.operations().equals("list"))
                .isNotEmpty()
                .allMatch(rule -> rule.condition().matches("isPage\\(\\)( && .*)?"));
    }

    /// @param condition `true` when there is none
    private record Allowed(String operations, String condition) {}

    private static List<Allowed> allowed() throws IOException {
        String rules = Files.readString(Checkout.file(RULES)).replaceAll("(?m)//.*$", "");
        return ALLOW.matcher(rules)
                .results()
                .map(rule -> new Allowed(rule.group(1), rule.group(2) == null ? "true" : rule.group(2)))
                .toList();
    }
}
