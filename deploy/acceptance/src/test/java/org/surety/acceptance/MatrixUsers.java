package org.surety.acceptance;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Users with one role each, of the parties of the matrix and of none. They exist in the suite of the tests alone: two clients of its identity
 * provider give them tokens, for the API and for the raw feeds.
 */
final class MatrixUsers {
    /** By relation, the party of the viewer: seven of the exercise that nothing else uses, and a real one. */
    static final Map<String, String> PARTIES = Map.of("owner", "XNA", "named", "XNB", "member", "XNC", "outsider", "XND",
            "sharer", "XNE", "recipient", "XNF", "host", "XNG", "other-series", "FRA", "none", "none");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "surety-cli";
    private static final String CLIENT = "matrix";
    private static final String INTERNAL = "matrix-internal";

    private static boolean created;

    private MatrixUsers() {
    }

    /** With a token for the API. */
    static String user(String role, String party) {
        return role + "." + party.toLowerCase() + ".matrix@" + CLIENT;
    }

    static String viewer(PolicyTable.Combination one) {
        return user(one.role(), PARTIES.get(one.relation()));
    }

    /** The same with a token for the feeds behind the gateway. */
    static String internal(PolicyTable.Combination one) {
        return viewer(one).replace("@" + CLIENT, "@" + INTERNAL);
    }

    /** Once for a run: users that are made anew are others, and what was given to those of before is not theirs. */
    static synchronized void create(KeycloakTokens keycloak) {
        if (created) {
            return;
        }
        created = true;
        ObjectNode all = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        ArrayNode clients = all.putArray("clients");
        clients.add(client(keycloak.client(MODEL), CLIENT, "surety"));
        clients.add(client(keycloak.client(MODEL), INTERNAL, "surety-internal"));
        ArrayNode users = all.putArray("users");
        for (String party : PARTIES.values()) {
            PolicyTable.ROLES.forEach(role -> users.add(user(role, party, user(role, party).split("@")[0])));
        }
        keycloak.add(all);
    }

    private static ObjectNode user(String role, String party, String name) {
        ObjectNode user = JSON.createObjectNode().put("username", name).put("enabled", true).put("firstName", "Matrix")
                .put("lastName", role);
        user.putArray("realmRoles").add(role);
        user.putArray("credentials").addObject().put("type", "password").put("value", name);
        if (!party.equals("none")) {
            user.putObject("attributes").putArray("party").add(party);
        }
        return user;
    }

    private static ObjectNode client(ObjectNode model, String name, String audience) {
        model.remove(List.of("id", "secret", "access"));
        model.put("clientId", name).put("fullScopeAllowed", true);
        model.path("protocolMappers").forEach(mapper -> {
            ((ObjectNode) mapper).remove("id");
            if (mapper.path("config").has("included.custom.audience")) {
                ((ObjectNode) mapper.path("config")).put("included.custom.audience", audience);
            }
        });
        return model;
    }
}
