package org.surety.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.surety.drills.Topology.Replica;
import org.surety.local.Service;

/** Faults of single processes of the suite. */
final class ServiceFaults {
    /** Longer than the lease of a log (3 s), which then has another holder. */
    private static final Duration PAUSE = Duration.ofSeconds(8);
    private static final Duration TAKEOVER = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ServiceFaults() {
    }

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.add(kill("kill-delegation", Service.DELEGATION_SERVICE));
        faults.add(kill("kill-priorities", Service.PRIORITIES_SERVICE));
        faults.add(kill("kill-commitments", Service.COMMITMENTS_SERVICE));
        faults.add(Fault.of("sequencer-paused", "the paused holder of the lease finds itself fenced", ServiceFaults::pauseHolder)
                .inShortForm());
        return faults;
    }

    private static Fault kill(String name, Service service) {
        return Fault.of(name, "kill -9 of the holder of the log; takeover <= 5 s", scene -> killHolder(scene, service))
                .inShortForm();
    }

    private static void killHolder(Scene scene, Service service) throws Exception {
        String database = service.database().orElseThrow();
        for (int i = 0; i < (scene.isQuick() ? 1 : 3); i++) {
            scene.pauseUpTo(Duration.ofSeconds(3));
            Replica holder = holder(scene, service);
            long epoch = Long.parseLong(scene.value(database, "select epoch from log_head"));
            holder.part().kill();
            long before = Long.parseLong(scene.value(database, "select last_sequence from log_head"));
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> holder.part().start());
            Duration takeover = scene.until(LIMIT, () -> "t".equals(scene.value(database,
                    "select epoch > " + epoch + " and last_sequence > " + before + " from log_head")));
            scene.note("takeover " + takeover.toMillis() + " ms");
            scene.outage(takeover);
            if (takeover.compareTo(scene.allowed(TAKEOVER)) > 0) {
                scene.broken("takeover of " + database + " took " + takeover.toMillis() + " ms");
            }
            scene.easedInShortForm(back::join);
        }
    }

    private static Replica holder(Scene scene, Service service) throws Exception {
        scene.until(LIMIT, () -> scene.topology().leader(service).isPresent());
        return scene.topology().leader(service).orElseThrow(() -> new DrillFailure("nobody numbers the log of " + service));
    }

    private static void pauseHolder(Scene scene) throws Exception {
        for (Service service : scene.isQuick() ? List.of(Service.COMMITMENTS_SERVICE) : Topology.SERVICES) {
            String database = service.database().orElseThrow();
            scene.pauseUpTo(Duration.ofSeconds(2));
            Replica holder = holder(scene, service);
            holder.part().pause();
            try {
                scene.pause(PAUSE);
            } finally {
                holder.part().resume();
            }
            scene.outage(PAUSE);
            String after = scene.value(database, "select holder || ' ' || epoch from log_head");
            // It wakes in the belief that it holds the lease, and acts on it at once: a few of its polls later all is said.
            scene.pause(Duration.ofSeconds(2));
            String later = scene.value(database, "select holder || ' ' || epoch from log_head");
            Replica now = holder(scene, service);
            scene.note(database + ": held by another process in epoch " + later.split(" ")[1]);
            if (now == holder || !after.equals(later)) {
                scene.broken("the paused holder took the log of " + database + " back: " + after + ", then " + later);
            }
        }
    }
}
