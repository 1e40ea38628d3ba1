/// Delayed tasks by Google's Cloud Tasks. A task is a document, written in the transaction that wants it; once that
/// is committed, the vendor is asked to call this store when it is due, and the call runs what the document says. A
/// vendor's task is no more than an alarm clock: one too many finds nothing to do, and one that is missing is set
/// again by a slow sweep. Run against a stub that speaks the service's REST shapes, never against the service itself.
@NullMarked
package ai.jiga.store.queue.cloudtasks;

import org.jspecify.annotations.NullMarked;
