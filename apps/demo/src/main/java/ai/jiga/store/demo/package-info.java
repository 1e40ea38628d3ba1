/// The program behind `./jiga demo`: it plays the store's main job through the public API as a stranger's client
/// would, and computes every amount a second time by itself. It shares no code with the store, so that an error in
/// the store's arithmetic cannot hide behind the same error here.
@NullMarked
package ai.jiga.store.demo;

import org.jspecify.annotations.NullMarked;
