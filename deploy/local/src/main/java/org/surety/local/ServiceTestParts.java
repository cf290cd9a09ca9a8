package org.surety.local;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a {@code @QuarkusTest} real parts: {@code @WithTestResource(value = ServiceTestParts.class, initArgs = @ResourceArg(name = "service",
 * value = "commitments-service"))}. The properties have the names of the environment variables the service runs with. The database is
 * fresh and empty, the virtual host too; migrating is the service's own affair.
 * <p>
 * Arguments: {@code service}, a module of the suite; or {@code database}, a name for roles and database where there is no such module (the
 * broker's user is the administrator then). {@code parts}: which to start, by default all, such as {@code KEYCLOAK} for the gateway.
 */
public class ServiceTestParts implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = new HashMap<>(initArgs);
    }

    @Override
    public Map<String, String> start() {
        List<TestParts.Kind> kinds = kinds();
        Instance parts = TestParts.require(kinds.toArray(TestParts.Kind[]::new));
        String module = arguments.get("service");
        String database = arguments.getOrDefault("database", module == null ? "test" : Service.named(module).database().orElse(""));
        Map<String, String> properties = new TreeMap<>();
        if (module != null) {
            properties.putAll(parts.environment(Service.named(module)));
            // Tests listen where there is room: the ports are for quarkus.http.test-port and quarkus.management.test-port.
            properties.keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        }
        if (kinds.contains(TestParts.Kind.POSTGRESQL) && !database.isEmpty()) {
            TestParts.Database fresh = TestParts.database(database);
            properties.put("SURETY_DATABASE_URL", fresh.url());
            properties.put("SURETY_DATABASE_USER", fresh.user());
            properties.put("SURETY_DATABASE_PASSWORD", fresh.password());
            properties.put("SURETY_MIGRATION_USER", fresh.owner());
            properties.put("SURETY_MIGRATION_PASSWORD", fresh.ownerPassword());
        }
        if (kinds.contains(TestParts.Kind.RABBITMQ)) {
            String user = module == null ? Instance.BROKER_ADMINISTRATOR : module;
            TestParts.VirtualHost fresh = TestParts.virtualHost(user);
            properties.put("SURETY_BROKER_HOST", fresh.host());
            properties.put("SURETY_BROKER_PORT", Integer.toString(fresh.port()));
            properties.put("SURETY_BROKER_VIRTUAL_HOST", fresh.name());
            properties.put("SURETY_BROKER_USER", user);
            properties.put("SURETY_BROKER_PASSWORD", parts.brokerPassword(user));
        }
        if (kinds.contains(TestParts.Kind.KEYCLOAK)) {
            String client = module == null ? Service.PRIORITIES_SERVICE.module() : module;
            properties.put("SURETY_OIDC_ISSUER", parts.issuer());
            properties.put("SURETY_SERVICE_CLIENT_ID", client);
            properties.put("SURETY_SERVICE_CLIENT_SECRET", parts.clientSecret(client));
        }
        properties.putIfAbsent("SURETY_CURSOR_KEY", parts.secrets().key("cursor/test"));
        return properties;
    }

    private List<TestParts.Kind> kinds() {
        String given = arguments.getOrDefault("parts", "");
        if (given.isBlank()) {
            return List.of(TestParts.Kind.values());
        }
        return Arrays.stream(given.split(",")).map(String::strip).map(TestParts.Kind::valueOf).toList();
    }

    @Override
    public void stop() {
        // The keeper ends the parts with the build; databases and virtual hosts go with them.
    }
}
