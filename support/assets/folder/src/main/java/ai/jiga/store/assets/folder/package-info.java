/// The embedded engine of assets: a folder. A file is written beside, forced to the disk and then linked
/// under its name, so that a name is there as a whole or not at all; names are checked words, so that none
/// leads out of the folder. Uploads arrive in the same folder, at addresses that this engine signs.
@NullMarked
package ai.jiga.store.assets.folder;

import org.jspecify.annotations.NullMarked;
