/// Sessions from the outside: hired, connected to, metered, lost and found, ended and paid once.
@NullMarked
package ai.jiga.store.session;

import org.jspecify.annotations.NullMarked;
