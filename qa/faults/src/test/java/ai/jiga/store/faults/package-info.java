/// What the store must survive: being killed with writes under way, and a disk that lost the end of the log.
/// Clients note what was acknowledged to them in files of their own, and compare.
@NullMarked
package ai.jiga.store.faults;

import org.jspecify.annotations.NullMarked;
