package org.surety.drills;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.surety.drills.Topology.Replica;
import org.surety.drills.proxy.AmqpWire;
import org.surety.drills.proxy.Direction;
import org.surety.drills.proxy.FaultProxy;
import org.surety.drills.proxy.Passing;
import org.surety.local.Service;

/**
 * kill -9 at points known from what the service says on its wires: the message that shows the point is held back until the process is
 * gone, so it is never "about then".
 */
final class PointFaults {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Which occurrence of the message is the one: the seed chooses. */
    private static final int LATEST = 40;
    private static final List<Service> CONSUMERS = List.of(Service.PRIORITIES_SERVICE, Service.COMMITMENTS_SERVICE);

    private PointFaults() {
    }

    static List<Fault> all() {
        return List.of(
                at("before-commit", "a command is done and not committed", Topology.SERVICES, Replica::database,
                        new Passing(Direction.TO_SERVER, "commit:" + Topology.COMMAND)),
                at("after-commit", "a command is committed, its client not answered", Topology.SERVICES, Replica::database,
                        new Passing(Direction.TO_CLIENT, "committed:" + Topology.COMMAND)),
                at("after-sequencing", "changes have their numbers, nobody knows yet", Topology.SERVICES, Replica::database,
                        new Passing(Direction.TO_CLIENT, "committed:" + Topology.SEQUENCING)),
                at("before-publish", "numbered, not sent", Topology.SERVICES, Replica::broker,
                        new Passing(Direction.TO_SERVER, AmqpWire.PUBLISH)),
                at("before-confirm", "sent and stored, the confirm not seen", Topology.SERVICES, Replica::broker,
                        new Passing(Direction.TO_CLIENT, AmqpWire.ACKNOWLEDGE)),
                at("before-effect", "a consumer has applied changes and not committed", CONSUMERS, Replica::database,
                        new Passing(Direction.TO_SERVER, "commit:" + Topology.EFFECT)),
                at("before-acknowledge", "an effect is committed, the delivery not acknowledged", CONSUMERS, Replica::broker,
                        new Passing(Direction.TO_SERVER, AmqpWire.ACKNOWLEDGE)));
    }

    private static Fault at(String point, String when, List<Service> services, Function<Replica, FaultProxy> way, Passing sign) {
        return Fault.of("kill-at-" + point, "kill -9 when " + when, scene -> {
            int killed = 0;
            for (Service service : services) {
                kill(scene, service, way, sign);
                killed++;
            }
            scene.note(killed + " processes killed");
        });
    }

    private static void kill(Scene scene, Service service, Function<Replica, FaultProxy> way, Passing sign) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger left = new AtomicInteger(1 + scene.random().nextInt(LATEST));
        List<Replica> replicas = scene.topology().replicas(service);
        for (Replica replica : replicas) {
            way.apply(replica).watch(passing -> {
                if (passing.equals(sign) && left.decrementAndGet() == 0) {
                    replica.part().kill();
                    done.countDown();
                }
            });
        }
        try {
            if (!done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DrillFailure(sign + " was not seen often enough at " + service);
            }
        } finally {
            replicas.forEach(replica -> way.apply(replica).watch(null));
        }
        scene.topology().startMissing();
        scene.outage(Duration.ofSeconds(5));
    }
}
