/// What a user can do with notifications: list them, and mark one as read.
@NullMarked
package ai.jiga.store.notification.usecase;

import org.jspecify.annotations.NullMarked;
