package org.surety.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same surroundings with three services that have a feed each; what keeps streams is small, so that it can be reached. */
public class FeedSurroundings extends Surroundings {

    static final List<String> SERVICES = List.of("commitments-service", "delegation-service", "priorities-service");
    static final int KEPT = 40;
    static final int PER_CLIENT = 4;
    static final int HEARTBEAT_MILLIS = 400;
    /** Groups of listeners, and listeners that catch up: half of the connections. */
    static final int POLLERS = 8;
    static final int WAITING_PAGES = 8;
    private static final Map<String, String> VARIABLES = Map.of("commitments-service", "SURETY_COMMITMENTS_URL",
            "delegation-service", "SURETY_DELEGATIONS_URL", "priorities-service", "SURETY_PRIORITIES_URL");

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        for (String service : SERVICES) {
            configuration.put(VARIABLES.get(service), new FeedService(vertx).url());
        }
        configuration.put("surety.gateway.relay.connections", "16");
        configuration.put("surety.gateway.changes.connections", Integer.toString(POLLERS + WAITING_PAGES));
        configuration.put("surety.gateway.changes.kept", Integer.toString(KEPT));
        configuration.put("surety.gateway.changes.poll-page", "10");
        configuration.put("surety.gateway.changes.poll-wait", "1S");
        configuration.put("surety.gateway.changes.heartbeat", HEARTBEAT_MILLIS + "MS");
        configuration.put("surety.gateway.changes.most-per-client", Integer.toString(PER_CLIENT));
        configuration.put("surety.gateway.changes.most", "40");
        return configuration;
    }

    static String variable(String service) {
        return VARIABLES.get(service);
    }
}
