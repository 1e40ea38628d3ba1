/// What users are told in the app, and the words for it. A notification lies below its user, so that nobody reads
/// another's by leaving a check out.
@NullMarked
package ai.jiga.store.notification.model;

import org.jspecify.annotations.NullMarked;
