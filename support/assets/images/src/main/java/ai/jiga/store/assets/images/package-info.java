/// The image processor: Java's own decoders for PNG, JPEG and GIF, libwebp for WebP, both ways. What an
/// image is, how many pixels it has and which way is up is read from its header, before a decoder that
/// could be made to work for ever sees it. Decoding and encoding take place on one thread of their own, one
/// image at a time: native code would hold a virtual thread's carrier, and an image of many pixels takes a
/// good part of a small heap.
@NullMarked
package ai.jiga.store.assets.images;

import org.jspecify.annotations.NullMarked;
