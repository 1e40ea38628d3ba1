package ai.jiga.store.badexample.servicesknownoengine.marketplace.outbound;

import ai.jiga.store.badexample.servicesknownoengine.search.SearchIndex;

record Search(SearchIndex index) {}
