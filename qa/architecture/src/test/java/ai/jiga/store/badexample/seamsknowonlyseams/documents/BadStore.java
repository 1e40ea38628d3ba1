package ai.jiga.store.badexample.seamsknowonlyseams.documents;

import ai.jiga.store.badexample.seamsknowonlyseams.documents.sqlite.SqliteStore;

record BadStore(SqliteStore store) {}
