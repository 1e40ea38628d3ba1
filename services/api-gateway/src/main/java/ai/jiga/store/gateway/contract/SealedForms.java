package ai.jiga.store.gateway.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/// Says of a sealed type, which would be an object of any kind, that it is one of those that it permits.
final class SealedForms {
    private static final String COMPONENTS = "#/components/schemas/";

    private final IndexView index;

    SealedForms(IndexView index) {
        this.index = index;
    }

    void describe(Map<String, Schema> schemas) {
        index.getKnownClasses().stream().filter(ClassInfo::isSealed).forEach(type -> {
            Schema schema = schemas.get(type.simpleName());
            List<Schema> forms = forms(type, schemas);
            if (schema != null && schema.getProperties() == null && !forms.isEmpty()) {
                schema.setAnyOf(forms);
            }
        });
    }

    private static List<Schema> forms(ClassInfo type, Map<String, Schema> schemas) {
        return type.permittedSubclasses().stream()
                .map(permitted -> permitted.withoutPackagePrefix().replaceAll(".*\\$", ""))
                .filter(schemas::containsKey)
                .sorted()
                .map(name -> OASFactory.createSchema().ref(COMPONENTS + name))
                .toList();
    }
}
