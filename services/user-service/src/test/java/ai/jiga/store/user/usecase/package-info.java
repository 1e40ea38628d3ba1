/// Tests of what users can do, through the use cases.
@NullMarked
package ai.jiga.store.user.usecase;

import org.jspecify.annotations.NullMarked;
