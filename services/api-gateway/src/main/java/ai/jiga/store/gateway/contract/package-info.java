/// The API's description as the contract that the store keeps: completed while the store is built from what the code
/// declares, and asked for every request before a service sees it.
@NullMarked
package ai.jiga.store.gateway.contract;

import org.jspecify.annotations.NullMarked;
