/// Keys, tokens, passwords and signed texts, ours and those of issuers that the store accepts: thin, plain classes over
/// well-kept libraries (Nimbus JOSE, Password4j). Nothing here knows the store's domain.
@NullMarked
package ai.jiga.store.security;

import org.jspecify.annotations.NullMarked;
