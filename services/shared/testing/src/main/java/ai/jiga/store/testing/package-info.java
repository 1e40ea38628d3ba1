/// What services' tests stand on: a process without HTTP, on memory documents and the local queue, and a
/// clock that is set.
@NullMarked
package ai.jiga.store.testing;

import org.jspecify.annotations.NullMarked;
