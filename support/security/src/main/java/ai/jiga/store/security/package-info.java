/// Keys, tokens, passwords and sealed texts: thin, plain classes over well-kept libraries (Nimbus JOSE, Password4j,
/// Tink). Nothing here knows the store's domain.
@NullMarked
package ai.jiga.store.security;

import org.jspecify.annotations.NullMarked;
