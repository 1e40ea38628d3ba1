/// What a user is, what a password and a name must keep, and how long a sign-in lasts: plain rules and the documents
/// they are kept in.
@NullMarked
package ai.jiga.store.user.model;

import org.jspecify.annotations.NullMarked;
