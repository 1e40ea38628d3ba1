/// Tests of the demo's own arithmetic, and of the whole journey against a small store made for it, which can be told
/// to get one thing wrong: a check that cannot fail is none.
@NullMarked
package ai.jiga.store.demo;

import org.jspecify.annotations.NullMarked;
