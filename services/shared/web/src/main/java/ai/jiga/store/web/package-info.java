/// What every REST resource shares: who calls, problems, pages, fields, caching, idempotency and request ids.
/// Services return values and refusals; how those look on the wire is decided here, once.
@NullMarked
package ai.jiga.store.web;

import org.jspecify.annotations.NullMarked;
