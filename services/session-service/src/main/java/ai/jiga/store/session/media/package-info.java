/// What a voice clip or a picture is, read from its bytes: what is charged by is measured here, not told by a client.
@NullMarked
package ai.jiga.store.session.media;

import org.jspecify.annotations.NullMarked;
