package org.surety.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ways in which others have got past the check of a token: each right in all respects but the named one. By name, the values of {@code Authorization}. */
final class TokenAttacks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTY = "party";
    private final RealmKey key;
    private final KeyPair foreign = RealmKey.generate();
    private final Map<String, List<String>> all = new LinkedHashMap<>();

    private TokenAttacks(RealmKey key) {
        this.key = key;
    }

    /**
     * @param key published by the realm
     * @param reached where nobody may ever ask: a URL that the test watches
     */
    static Map<String, List<String>> with(RealmKey key, String reached) {
        TokenAttacks attacks = new TokenAttacks(key);
        attacks.algorithms();
        attacks.keys(reached);
        attacks.kinds();
        attacks.times();
        attacks.claims();
        attacks.actors();
        attacks.headers();
        return attacks.all;
    }

    private void algorithms() {
        for (String none : List.of("none", "None", "nOnE", "")) {
            String header = key.header().put("alg", none).toString();
            bearer("algorithm '" + none + "'", RealmKey.encoded(header) + "." + RealmKey.encoded(key.claims().toString()) + ".");
            bearer("algorithm '" + none + "' with a signature", key.signed(header, key.claims()));
        }
        byte[] der = key.pair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{ '\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        bearer("HS256 with the public key", hs256(der));
        bearer("HS256 with the public key as PEM", hs256(pem.getBytes(StandardCharsets.US_ASCII)));
        bearer("HS256 with an empty secret's neighbour", hs256(new byte[]{ 0}));
        for (String[] other : new String[][]{ { "RS384", "SHA384withRSA"}, { "RS512", "SHA512withRSA"}}) {
            bearer(other[0] + " by the known key", RealmKey.signed(key.header().put("alg", other[0]), key.claims(), other[1],
                    key.pair().getPrivate()));
        }
        bearer("PS256 in the header alone", key.signed(key.header().put("alg", "PS256"), key.claims()));
        for (String elliptic : List.of("ES256", "ES384", "EdDSA")) {
            bearer(elliptic + " and an all-zero signature", RealmKey.encoded(key.header().put("alg", elliptic).toString()) + "."
                    + RealmKey.encoded(key.claims().toString()) + "." + RealmKey.encoded(new byte[64]));
        }
        String good = key.signed(key.header(), key.claims());
        String[] parts = good.split("\\.");
        bearer("signature cut off", parts[0] + "." + parts[1] + ".");
        bearer("signature missing", parts[0] + "." + parts[1]);
        bearer("other claims under the signature",
                parts[0] + "." + RealmKey.encoded(key.claims().put(PARTY, "XAB").toString()) + "." + parts[2]);
        bearer("token in a token", key.signed(key.header().put("cty", "JWT"), good));
        bearer("encrypted token", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d");
    }

    private String hs256(byte[] secret) {
        String content = RealmKey.encoded(key.header().put("alg", "HS256").toString()) + "."
                + RealmKey.encoded(key.claims().toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + RealmKey.encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private void keys(String reached) {
        forged("foreign key under the known id", header -> {
        });
        forged("foreign key in the header", header -> header.putObject("jwk").put("kty", "RSA").put("e", "AQAB")
                .put("n", RealmKey.modulus(foreign)));
        forged("foreign key without an id", header -> header.remove("kid"));
        forged("foreign key at a URL", header -> header.put("jku", reached));
        forged("foreign certificate at a URL", header -> header.put("x5u", reached));
        forged("foreign certificate in the header", header -> header.putArray("x5c")
                .add(Base64.getEncoder().encodeToString(foreign.getPublic().getEncoded())));
        for (String id : List.of("other", "../../../../dev/null", "' or 1=1 --", "\u0000", reached, "x".repeat(3000), "")) {
            bearer("key id " + id, key.signed(key.header().put("kid", id), key.claims()));
        }
        bearer("key id that is a number", key.signed(key.header().put("kid", 1), key.claims()));
        bearer("unknown critical header", key.signed(critical("x").put("x", 1), key.claims()));
        bearer("unencoded payload", key.signed(critical("b64").put("b64", false), key.claims()));
    }

    private ObjectNode critical(String name) {
        ObjectNode header = key.header();
        header.putArray("crit").add(name);
        return header;
    }

    private void forged(String name, Consumer<ObjectNode> change) {
        ObjectNode header = key.header();
        change.accept(header);
        bearer(name, RealmKey.signed(header, key.claims(), "SHA256withRSA", foreign.getPrivate()));
    }

    private void kinds() {
        for (String kind : List.of("dpop+jwt", "logout+jwt", "id+jwt", "")) {
            bearer("kind '" + kind + "'", key.signed(key.header().put("typ", kind), key.claims()));
        }
        for (String type : List.of("ID", "Refresh", "Logout", "Offline", "bearer", "")) {
            claim("type '" + type + "'", "typ", type);
        }
        without("typ");
    }

    private void times() {
        long now = Instant.now().getEpochSecond();
        claim("expired", "exp", now - 1);
        claim("expired long ago", "exp", 1);
        claim("expired before time began", "exp", -1);
        claim("expiry as text", "exp", Long.toString(now + 300));
        raw("expiry beyond numbers", key.claims().put("exp", "X").toString().replace("\"X\"", "1e400"));
        without("exp");
        claim("not yet valid", "nbf", now + 120);
        claim("beginning as text", "nbf", "soon");
        claim("issued in the future", "iat", now + 120);
        without("iat");
    }

    private void claims() {
        String issuer = key.issuer();
        for (String other : List.of(issuer + "/", issuer + "-evil", issuer.replace("/surety", "/master"), issuer.toUpperCase(),
                issuer.replace("127.0.0.1", "localhost"), "")) {
            claim("issuer '" + other + "'", "iss", other);
        }
        without("iss");
        for (Object audience : new Object[]{ "SURETY", "surety ", "account", List.of(), List.of("account"),
                Map.of("surety", true)}) {
            claim("audience " + audience, "aud", audience);
        }
        without("aud");
        without("sub");
        claim("empty subject", "sub", "");
        claim("subject that is a number", "sub", 7);
        raw("claims that are a list", "[]");
        raw("claims that are no JSON", "surety");
        raw("no claims", "");
        for (String twice : List.of("\"party\":\"XAB\"", "\"exp\":9999999999", "\"aud\":\"surety\"",
                "\"roles\":[\"coordinator\"]")) {
            raw("twice " + twice, key.claims().toString().replaceFirst("\\{", "{" + twice + ","));
        }
        claim("bound to a key of DPoP", "cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
        claim("bound to a certificate", "cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"));
    }

    private void actors() {
        for (Object party : new Object[]{ List.of("XAA"), List.of(), Map.of("code", "XAA"), "", " ", "XAA\u0000", "XAA\r\nXAB", 7,
                true}) {
            claim("party " + party, PARTY, party);
        }
        for (Object roles : new Object[]{ "coordinator", List.of(1), List.of(List.of("coordinator")), Map.of("reader", true)}) {
            claim("roles " + roles, "roles", roles);
        }
        claim("client that is a list", "azp", List.of("gateway"));
    }

    private void headers() {
        String token = key.signed(key.header(), key.claims());
        header("no scheme", token);
        header("scheme of DPoP", "DPoP " + token);
        header("password", "Basic Y29vcmRpbmF0b3I6Y29vcmRpbmF0b3I=");
        header("nothing after the scheme", "Bearer");
        header("two tokens in one header", "Bearer " + token + "," + token);
        header("two headers", "Bearer " + token, "Bearer " + token);
        header("two headers, the first wrong", "Bearer x", "Bearer " + token);
        header("two headers, the second a password", "Bearer " + token, "Basic eDp5");
        header("no token at all");
        header("dots", "Bearer ..");
    }

    private void claim(String name, String claim, Object value) {
        ObjectNode claims = key.claims();
        claims.set(claim, JSON.valueToTree(value));
        raw(name, claims.toString());
    }

    private void without(String claim) {
        ObjectNode claims = key.claims();
        claims.remove(claim);
        raw("no " + claim, claims.toString());
    }

    private void raw(String name, String claims) {
        bearer(name, key.signed(key.header(), claims));
    }

    private void bearer(String name, String token) {
        header(name, "Bearer " + token);
    }

    private void header(String name, String... values) {
        if (all.put(name, List.of(values)) != null) {
            throw new IllegalStateException("two attacks of one name: " + name);
        }
    }
}
