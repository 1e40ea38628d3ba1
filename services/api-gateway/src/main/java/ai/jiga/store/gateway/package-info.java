/// The edge: what every request passes before a service sees it, and every answer before a client does.
/// Request ids, security headers, origins, limits of rate and size, well-formed text, problems for what
/// ends early, and the pages of operations. It knows no service.
@NullMarked
package ai.jiga.store.gateway;

import org.jspecify.annotations.NullMarked;
