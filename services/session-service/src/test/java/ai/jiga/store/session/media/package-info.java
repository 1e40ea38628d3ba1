/// Clips and pictures, true and false.
@NullMarked
package ai.jiga.store.session.media;

import org.jspecify.annotations.NullMarked;
