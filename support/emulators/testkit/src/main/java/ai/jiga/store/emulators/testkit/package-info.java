/// One emulator of each kind for all tests of a JVM, started when the first test asks. Where one is not installed, the
/// test says so and is skipped; in CI (`CI=true`) it fails.
@NullMarked
package ai.jiga.store.emulators.testkit;

import org.jspecify.annotations.NullMarked;
