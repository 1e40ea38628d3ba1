/// The vendors' emulators, and a real Redis, as processes of this machine: for tests, and for a store on
/// distributed engines without an account anywhere. An emulator that is not installed is named together with
/// the command that installs it.
@NullMarked
package ai.jiga.store.emulators;

import org.jspecify.annotations.NullMarked;
