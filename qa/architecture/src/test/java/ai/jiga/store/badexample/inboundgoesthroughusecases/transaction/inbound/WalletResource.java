package ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.inbound;

import ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.usecase.ShowWallet;

record WalletResource(ShowWallet show) {}
