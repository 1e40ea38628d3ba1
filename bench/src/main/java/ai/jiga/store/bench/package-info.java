/// Benchmarks that compare a part of the store with what the machine can do at best, measured in the same
/// run: a ratio means something on every machine, a number of operations a second only on one.
@NullMarked
package ai.jiga.store.bench;

import org.jspecify.annotations.NullMarked;
