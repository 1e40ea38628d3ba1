package ai.jiga.store.documents.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.AggregateQuery;
import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QuerySnapshot;
import com.google.cloud.firestore.Transaction;
import java.util.List;

/// Where reads are answered from: the latest commit, or a transaction. The vendor's two have the same questions and no
/// type in common.
sealed interface Source {
    ApiFuture<List<DocumentSnapshot>> getAll(DocumentReference... documents);

    ApiFuture<QuerySnapshot> get(Query query);

    ApiFuture<AggregateQuerySnapshot> get(AggregateQuery query);

    <R> R await(ApiFuture<R> answer);

    record Latest(Firestore firestore) implements Source {
        @Override
        public ApiFuture<List<DocumentSnapshot>> getAll(DocumentReference... documents) {
            return firestore.getAll(documents);
        }

        @Override
        public ApiFuture<QuerySnapshot> get(Query query) {
            return query.get();
        }

        @Override
        public ApiFuture<AggregateQuerySnapshot> get(AggregateQuery query) {
            return query.get();
        }

        @Override
        public <R> R await(ApiFuture<R> answer) {
            return Faults.outside(answer);
        }
    }

    record InTransaction(Transaction transaction) implements Source {
        @Override
        public ApiFuture<List<DocumentSnapshot>> getAll(DocumentReference... documents) {
            return transaction.getAll(documents);
        }

        @Override
        public ApiFuture<QuerySnapshot> get(Query query) {
            return transaction.get(query);
        }

        @Override
        public ApiFuture<AggregateQuerySnapshot> get(AggregateQuery query) {
            return transaction.get(query);
        }

        @Override
        public <R> R await(ApiFuture<R> answer) {
            return Faults.inBody(answer);
        }
    }
}
