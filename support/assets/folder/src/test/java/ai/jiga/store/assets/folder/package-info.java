/// The assets contract, run on a folder, and what a folder has of its own.
@NullMarked
package ai.jiga.store.assets.folder;

import org.jspecify.annotations.NullMarked;
