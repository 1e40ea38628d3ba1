/// Keys, tokens, passwords and signed texts: thin, plain classes over well-kept libraries (Nimbus JOSE, Password4j).
/// Nothing here knows the store's domain.
@NullMarked
package ai.jiga.store.security;

import org.jspecify.annotations.NullMarked;
