package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.UnreadableFieldException;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A document by which a database says that it is a store of ours, in which format, and with which keys its encrypted
/// fields were sealed: one whose key file was lost, or is another's, must not be written to.
final class FormatMark {
    /// The format of documents that this program writes.
    static final long FORMAT = 2;

    private static final String FORMAT_FIELD = "format";
    private static final String KEYS_FIELD = "keys";

    private FormatMark() {}

    static void check(Firestore firestore, String keys) {
        DocumentReference mark = place(firestore);
        DocumentSnapshot found = Faults.outside(mark.get());
        if (!found.exists()) {
            try {
                Faults.outside(mark.create(Map.of(FORMAT_FIELD, FORMAT, KEYS_FIELD, keys)));
                return;
            } catch (AlreadyExistsException other) {
                // Another process was first: its mark counts.
                found = Faults.outside(mark.get());
            }
        }
        Long format = found.getLong(FORMAT_FIELD);
        judge(firestore, format, found.getString(KEYS_FIELD), keys);
        if (format != null && format < FORMAT) {
            // Older programs would miss what documents say from now on.
            Faults.outside(mark.update(FORMAT_FIELD, FORMAT));
        }
    }

    private static void judge(Firestore firestore, @Nullable Long format, @Nullable String sealedWith, String keys) {
        String database =
                "The Firestore database of project " + firestore.getOptions().getProjectId();
        if (format == null || format > FORMAT) {
            throw new NewerFormatException(database, format == null ? 0 : format, FORMAT);
        }
        if (!keys.equals(sealedWith)) {
            throw new UnreadableFieldException(
                    database + " was sealed with the keys " + sealedWith + ", and this process has the keys " + keys
                            + ". Put the key file fields.key of the first process into this one's data folder.",
                    new IllegalStateException("other keys"));
        }
    }

    static boolean isReadable(Firestore firestore) {
        return Faults.outside(place(firestore).get()).exists();
    }

    private static DocumentReference place(Firestore firestore) {
        return firestore.collection("_store").document("format");
    }
}
