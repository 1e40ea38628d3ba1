package ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.inbound;

import ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.outbound.WalletDocuments;

record BadWalletResource(WalletDocuments wallets) {}
