/// Commits that several services of one process share.
@NullMarked
package ai.jiga.store.commits;

import org.jspecify.annotations.NullMarked;
