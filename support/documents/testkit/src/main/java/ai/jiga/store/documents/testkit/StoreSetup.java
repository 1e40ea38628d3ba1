package ai.jiga.store.documents.testkit;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.Schema;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;

/// What a test asks of the engine that it opens: a new, empty store with these parts.
///
/// @param rehearsing whether every transaction body runs twice, the first time for nothing
public record StoreSetup(
        Schema schema, ObjectMapper mapper, InstantSource clock, FieldCipher cipher, boolean rehearsing) {
    static StoreSetup standard() {
        return new StoreSetup(Sample.SCHEMA, DocumentJson.mapper(), new ManualClock(), new ReadableCipher(), true);
    }

    StoreSetup clock(InstantSource other) {
        return new StoreSetup(schema, mapper, other, cipher, rehearsing);
    }

    StoreSetup cipher(FieldCipher other) {
        return new StoreSetup(schema, mapper, clock, other, rehearsing);
    }

    StoreSetup withoutRehearsal() {
        return new StoreSetup(schema, mapper, clock, cipher, false);
    }
}
