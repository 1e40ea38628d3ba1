/// Tests of the rules.
@NullMarked
package ai.jiga.store.user.model;

import org.jspecify.annotations.NullMarked;
