/// What a user can do: register, sign in, stay signed in, sign out, and keep a profile and preferences.
@NullMarked
package ai.jiga.store.user.usecase;

import org.jspecify.annotations.NullMarked;
