/// The contract of the assets seam as tests, written once: an engine's own tests extend
/// [ai.jiga.store.assets.testkit.AssetStoreContract] and [ai.jiga.store.assets.testkit.UploadsContract] and
/// say how to open it.
@NullMarked
package ai.jiga.store.assets.testkit;

import org.jspecify.annotations.NullMarked;
