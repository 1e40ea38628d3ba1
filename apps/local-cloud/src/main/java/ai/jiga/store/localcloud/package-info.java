/// The engines of a cloud on this machine, for `./jiga up --engines cloud`: the vendors' emulators and a real
/// Redis, for as long as the store that uses them runs.
@NullMarked
package ai.jiga.store.localcloud;

import org.jspecify.annotations.NullMarked;
