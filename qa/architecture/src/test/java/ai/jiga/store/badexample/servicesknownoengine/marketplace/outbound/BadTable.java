package ai.jiga.store.badexample.servicesknownoengine.marketplace.outbound;

import java.sql.Connection;

record BadTable(Connection connection) {}
