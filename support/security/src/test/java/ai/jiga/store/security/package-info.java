/// Tests of keys, tokens and passwords through their public methods.
@NullMarked
package ai.jiga.store.security;

import org.jspecify.annotations.NullMarked;
