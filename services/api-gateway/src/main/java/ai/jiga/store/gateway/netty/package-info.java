/// What is answered before there is a request: bytes that are no HTTP, and heads that are too long.
@NullMarked
package ai.jiga.store.gateway.netty;

import org.jspecify.annotations.NullMarked;
