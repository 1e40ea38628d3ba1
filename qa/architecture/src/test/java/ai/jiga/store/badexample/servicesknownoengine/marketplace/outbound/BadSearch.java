package ai.jiga.store.badexample.servicesknownoengine.marketplace.outbound;

import ai.jiga.store.badexample.servicesknownoengine.search.lucene.LuceneIndex;

record BadSearch(LuceneIndex index) {}
