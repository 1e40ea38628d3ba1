/// What the image processor makes of good images, hostile ones and none.
@NullMarked
package ai.jiga.store.assets.images;

import org.jspecify.annotations.NullMarked;
