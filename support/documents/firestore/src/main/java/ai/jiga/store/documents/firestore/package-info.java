/// The document store on Firestore in native mode: the vendor's client carries every read, commit and listener, and
/// what it answers is said in the words of the seam. It keeps no state of its own, so any number of processes share one
/// database. Contract tests run on the vendor's emulator, which enforces neither indexes nor limits: those are checked
/// before the vendor is asked, as on every engine.
@NullMarked
package ai.jiga.store.documents.firestore;

import org.jspecify.annotations.NullMarked;
