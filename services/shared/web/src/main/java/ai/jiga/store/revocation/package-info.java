/// Which sign-ins are over although their access tokens are still in time: kept in documents until the last of these
/// tokens has ended, and known to every process within a moment.
@NullMarked
package ai.jiga.store.revocation;

import org.jspecify.annotations.NullMarked;
