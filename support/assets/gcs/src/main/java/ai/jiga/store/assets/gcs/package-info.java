/// Assets in Google Cloud Storage: public ones below `assets/`, uploads that wait for their judgement below
/// `uploads/`, which must never be public. Preconditions on the object's generation do what links do in a
/// folder: the first content of a name is the only one, and a signed address is good for one upload.
///
/// Tested against Google's own in-memory fake, which makes no buckets, signs no addresses and ignores the
/// preconditions of a plain upload; addresses are tested by their shape and their signature. It was not run
/// against the service.
@NullMarked
package ai.jiga.store.assets.gcs;

import org.jspecify.annotations.NullMarked;
