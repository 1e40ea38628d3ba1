/// The assets seam: public files that never change, under names made of what they hold. Three things stand
/// here, and an engine or two behind each: [AssetStore] keeps and hands out, [Uploads] takes what clients
/// bring past the store's own API, and [ImageProcessor] makes of what somebody uploaded what may be shown
/// to everybody. Nothing is public that has not gone through the last one.
@NullMarked
package ai.jiga.store.assets;

import org.jspecify.annotations.NullMarked;
