/// The assets contract, run on Google's in-memory fake of Cloud Storage, and the shape of signed addresses.
@NullMarked
package ai.jiga.store.assets.gcs;

import org.jspecify.annotations.NullMarked;
