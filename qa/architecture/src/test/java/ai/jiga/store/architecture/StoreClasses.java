package ai.jiga.store.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The store's classes without its tests. Reading them takes longer than any rule: it is done once.
final class StoreClasses {
    static final String ROOT = "ai.jiga.store";

    private StoreClasses() {}

    private static final class Holder {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    static JavaClasses all() {
        return Holder.CLASSES;
    }
}
