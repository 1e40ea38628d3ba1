/// What Firestore's rules let clients read, tried on the emulator: a table of documents and who may read each, with a
/// row for every collection that a service declares.
@NullMarked
package ai.jiga.store.app.rules;

import org.jspecify.annotations.NullMarked;
