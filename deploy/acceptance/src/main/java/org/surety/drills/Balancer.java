package org.surety.drills;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.surety.drills.proxy.FaultProxy;
import org.surety.drills.proxy.Wire;
import org.surety.local.Ports;

/**
 * Stands for the Kubernetes service of one of ours: connections go in turn to the replicas whose readiness probe answers, and those to a
 * replica that stops answering are ended.
 */
final class Balancer implements AutoCloseable {
    private static final int PROBE_INTERVAL_MILLIS = 250;
    private static final int PROBE_LIMIT_MILLIS = 1_000;
    private final Ports ports;
    private final FaultProxy proxy;
    private final Map<Integer, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService probes = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "probe");
        thread.setDaemon(true);
        return thread;
    });

    Balancer(Ports ports, List<Integer> mainPorts) {
        this.ports = ports;
        mainPorts.forEach(port -> ready.put(port, false));
        this.proxy = new FaultProxy(this::next, () -> Wire.RAW);
        mainPorts
                .forEach(port -> probes.scheduleWithFixedDelay(() -> probe(port), 0, PROBE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
    }

    String url() {
        return Ports.url(proxy.port());
    }

    private InetSocketAddress next() {
        List<Integer> up = ready.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).sorted().toList();
        return up.isEmpty()
                ? null
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), up.get(Math.floorMod(turn.getAndIncrement(), up.size())));
    }

    private void probe(int port) {
        boolean now = isReady(port);
        boolean before = Boolean.TRUE.equals(ready.put(port, now));
        if (before && !now) {
            proxy.resetTo(port);
        }
    }

    private boolean isReady(int port) {
        try {
            HttpURLConnection probe = (HttpURLConnection) URI.create(Ports.url(ports.managementOf(port)) + "/q/health/ready")
                    .toURL()
                    .openConnection();
            probe.setConnectTimeout(PROBE_LIMIT_MILLIS);
            probe.setReadTimeout(PROBE_LIMIT_MILLIS);
            try {
                return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                probe.disconnect();
            }
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        probes.shutdownNow();
        proxy.close();
    }
}
