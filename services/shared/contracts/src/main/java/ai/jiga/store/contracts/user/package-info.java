/// What other services may know of users.
@NullMarked
package ai.jiga.store.contracts.user;

import org.jspecify.annotations.NullMarked;
