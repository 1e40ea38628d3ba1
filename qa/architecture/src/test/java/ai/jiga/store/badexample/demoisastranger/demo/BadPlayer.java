package ai.jiga.store.badexample.demoisastranger.demo;

import ai.jiga.store.badexample.demoisastranger.kernel.Dof;

record BadPlayer(Dof balance) {}
