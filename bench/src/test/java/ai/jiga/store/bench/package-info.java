/// That the benchmarks run; what they find is for people to read.
@NullMarked
package ai.jiga.store.bench;

import org.jspecify.annotations.NullMarked;
