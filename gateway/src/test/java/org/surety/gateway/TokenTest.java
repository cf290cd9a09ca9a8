package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/**
 * Every way a token can be wrong gets the same answer. Each token here is right in all respects but the named one.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
class TokenTest extends GatewayTest {

    private static final String PATH = "/api/v1/parties/echo";
    private static final int UNKNOWN_KEYS = 160;
    /** As application.properties sets it. */
    private static final Duration KEYS_READ_AT_MOST_EVERY = Duration.ofSeconds(2);
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + OwnIssuer.KEY_ID + "\"}";

    @Test
    void rightTokenPasses() throws IOException {
        assertEquals(200, get(PATH).status());
        assertEquals(200, Wire.ask(port, "GET " + PATH + " HTTP/1.1", "authorization: bearer " + tokens.valid()).status());
    }

    @Test
    void wrongClaimsAreRefused() throws IOException {
        String issuer = tokens.issuer();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("issuer of another realm", tokens.with(claims -> claims.setIssuer(issuer.replace("surety", "master"))));
        wrong.put("issuer with a slash", tokens.with(claims -> claims.setIssuer(issuer + "/")));
        wrong.put("issuer that begins alike", tokens.with(claims -> claims.setIssuer(issuer + "-evil")));
        wrong.put("issuer by another name of the host",
                tokens.with(claims -> claims.setIssuer(issuer.replace("127.0.0.1", "localhost"))));
        wrong.put("no issuer", tokens.with(claims -> claims.unsetClaim("iss")));
        wrong.put("internal audience", tokens.with(claims -> claims.setAudience("surety-internal")));
        wrong.put("client as audience", tokens.with(claims -> claims.setAudience("gateway")));
        wrong.put("audience in capitals", tokens.with(claims -> claims.setAudience("SURETY")));
        wrong.put("no audience", tokens.with(claims -> claims.unsetClaim("aud")));
        wrong.put("audience that is an object", tokens.signed(changed("aud", new JsonObject().put("surety", true))));
        wrong.put("ID token", tokens.with(claims -> claims.setStringClaim("typ", "ID")));
        wrong.put("refresh token", tokens.with(claims -> claims.setStringClaim("typ", "Refresh")));
        wrong.put("logout token", tokens.with(claims -> claims.setStringClaim("typ", "Logout")));
        wrong.put("expired", tokens.with(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now() - 1))));
        wrong.put("expired long ago", tokens.with(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1))));
        wrong.put("no expiry", tokens.with(claims -> claims.unsetClaim("exp")));
        wrong.put("expiry as text", tokens.signed(changed("exp", Long.toString(now() + 300))));
        wrong.put("expiry as null", tokens.signed(changed("exp", null)));
        wrong.put("expiry beyond numbers", tokens.signed(changed("exp", "X").replace("\"X\"", "1e400")));
        wrong.put("not yet valid", tokens.with(claims -> claims.setNotBefore(NumericDate.fromSeconds(now() + 120))));
        wrong.put("issued in the future", tokens.with(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now() + 120))));
        wrong.put("issued never", tokens.with(claims -> claims.unsetClaim("iat")));
        wrong.put("no subject", tokens.with(claims -> claims.unsetClaim("sub")));
        wrong.put("claims that are no object", tokens.signed("[]"));
        wrong.put("claims that are no JSON", tokens.signed("surety"));
        wrong.put("no claims", tokens.signed(""));
        refused(wrong);
    }

    @Test
    void claimsOfAnotherFormAreRefused() throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Object party : new Object[]{ List.of("XAA"), List.of(), Map.of("code", "XAA"), "", " ", 7, true}) {
            wrong.put("party " + party, tokens.signed(changed("party", party)));
        }
        for (Object roles : new Object[]{ "coordinator", List.of(1), List.of(List.of("coordinator")), Map.of("reader", true), 1}) {
            wrong.put("roles " + roles, tokens.signed(changed("roles", roles)));
        }
        wrong.put("client that is a list", tokens.signed(changed("azp", List.of("gateway"))));
        wrong.put("subject that is a number", tokens.signed(changed("sub", 7)));
        wrong.put("empty subject", tokens.signed(changed("sub", "")));
        wrong.put("issuer in a list", tokens.signed(changed("iss", List.of(tokens.issuer()))));
        wrong.put("audiences without ours", tokens.signed(changed("aud", List.of("account", "surety "))));
        wrong.put("no audience in the list", tokens.signed(changed("aud", List.of())));
        wrong.put("type in a list", tokens.signed(changed("typ", List.of("Bearer"))));
        wrong.put("no type", tokens.with(claims -> claims.unsetClaim("typ")));
        wrong.put("expired before time began", tokens.signed(changed("exp", -1)));
        wrong.put("beginning as text", tokens.signed(changed("nbf", "soon")));
        wrong.put("issued as text", tokens.signed(changed("iat", "now")));
        wrong.put("bound to a key of DPoP",
                tokens.signed(changed("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"))));
        wrong.put("bound to a certificate",
                tokens.signed(changed("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"))));
        String claims = tokens.claims().toJson();
        for (String twice : new String[]{ "\"party\":\"FRA\"", "\"exp\":9999999999", "\"aud\":\"surety\"",
                "\"roles\":[\"coordinator\"]"}) {
            String name = twice.substring(0, twice.indexOf(':'));
            String own = claims.contains(name) ? claims : claims.replace("}", "," + twice + "}");
            wrong.put("twice " + twice, tokens.signed(own.replaceFirst("\\{", "{" + twice + ",")));
        }
        refused(wrong);
        assertEquals(200, Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(tokens.with(who -> who.unsetClaim("party")))).status(),
                "an auditor belongs to no party");
    }

    @Test
    void otherKindsAndAlgorithmsOfTheRightKeyAreRefused() throws IOException, GeneralSecurityException {
        String claims = tokens.claims().toJson();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String type : new String[]{ "dpop+jwt", "logout+jwt", "id+jwt", "JWE", "", "jose"}) {
            wrong.put("kind " + type, tokens.signed(HEADER.replace("JWT", type), claims));
        }
        wrong.put("kind that is a number", tokens.signed(HEADER.replace("\"JWT\"", "1"), claims));
        for (String[] other : new String[][]{ { "RS384", "SHA384withRSA"}, { "RS512", "SHA512withRSA"}}) {
            wrong.put(other[0] + " by the known key", signed(HEADER.replace("RS256", other[0]), claims, other[1]));
        }
        refused(wrong);
        for (String type : new String[]{ "at+jwt", "application/at+jwt"}) {
            String token = tokens.signed(HEADER.replace("JWT", type), claims);
            assertEquals(200, Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token)).status(), type);
        }
    }

    @Test
    void tokenThatIsTooLargeIsRefusedUnread() throws IOException {
        int seen = Integer.parseInt(direct("seen"));
        String roles = tokens.signed(changed("roles", Collections.nCopies(10_000, "reader")));
        assertEquals(431, Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(roles)).status());
        assertEquals(431, Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer("x".repeat(65_536))).status());
        assertTrue(Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer("x".repeat(16_384))).isProblem(ProblemType.HEADER_TOO_LARGE));
        assertEquals(seen, Integer.parseInt(direct("seen")));
    }

    @Test
    void wrongSignaturesAreRefused() throws IOException, JoseException, GeneralSecurityException {
        RsaJsonWebKey foreign = RsaJwkGenerator.generateJwk(2048);
        Tokens forger = new Tokens(tokens.issuer(), foreign);
        String claims = tokens.claims().toJson();
        String[] good = tokens.valid().split("\\.");
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String none : new String[]{ "none", "None", "nOnE", "NONE", ""}) {
            wrong.put("algorithm '" + none + "'", unsigned(HEADER.replace("RS256", none), claims));
            wrong.put("algorithm '" + none + "' with a signature", tokens.signed(HEADER.replace("RS256", none), claims));
        }
        wrong.put("no algorithm", tokens.signed("{\"kid\":\"" + OwnIssuer.KEY_ID + "\"}", claims));
        byte[] der = tokens.key().getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + java.util.Base64.getMimeEncoder(64, new byte[]{ '\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        wrong.put("HS256 with the public key", hs256(der, claims));
        wrong.put("HS256 with the public key as PEM", hs256(pem.getBytes(StandardCharsets.US_ASCII), claims));
        wrong.put("foreign key under the known id", forger.signed(claims));
        wrong.put("foreign key in the header", forger.signed(
                new JsonObject(HEADER).put("jwk", new JsonObject(foreign.toJson())).encode(), claims));
        wrong.put("foreign key at a URL",
                forger.signed(new JsonObject(HEADER).put("jku", delegations() + "/jku").encode(), claims));
        wrong.put("foreign certificate in the header",
                forger.signed(new JsonObject(HEADER).put("x5c", List.of(java.util.Base64.getEncoder()
                        .encodeToString(foreign.getPublicKey().getEncoded()))).encode(), claims));
        wrong.put("foreign certificate at a URL",
                forger.signed(new JsonObject(HEADER).put("x5u", delegations() + "/x5u").encode(), claims));
        wrong.put("foreign key without an id", forger.signed("{\"alg\":\"RS256\"}", claims));
        wrong.put("PS256 header over an RS256 signature", tokens.signed(HEADER.replace("RS256", "PS256"), claims));
        wrong.put("elliptic header and an all-zero signature", assembled(HEADER.replace("RS256", "ES256"), claims, new byte[64]));
        wrong.put("unknown critical header", tokens.signed(HEADER.replace("{", "{\"crit\":[\"x\"],\"x\":1,"), claims));
        wrong.put("unencoded payload", tokens.signed(HEADER.replace("{", "{\"crit\":[\"b64\"],\"b64\":false,"), claims));
        wrong.put("signature cut off", good[0] + "." + good[1] + ".");
        wrong.put("signature missing", good[0] + "." + good[1]);
        wrong.put("signature shortened", tokens.valid().substring(0, tokens.valid().length() - 8));
        wrong.put("other claims under the signature",
                good[0] + "." + Tokens.encoded(changed("party", "FRA").getBytes()) + "." + good[2]);
        wrong.put("token in a token", tokens.signed(HEADER.replace("\"JWT\"", "\"JWT\",\"cty\":\"JWT\""), tokens.valid()));
        wrong.put("encrypted token", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d");
        refused(wrong);
    }

    @Test
    void oddKeyIdsAreRefusedAndNothingIsFetchedForThem() throws IOException {
        int seen = Integer.parseInt(direct("seen"));
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String id : new String[]{ "other", "../../../etc/passwd", "' or 1=1 --", "\\u0000", delegations() + "/kid",
                "x".repeat(4000), ""}) {
            wrong.put("key id " + id, tokens.signed(HEADER.replace(OwnIssuer.KEY_ID, id), tokens.claims().toJson()));
        }
        refused(wrong);
        assertEquals(seen, Integer.parseInt(direct("seen")));
    }

    @Test
    void unknownKeyIdsAreNoLeverAgainstTheIdentityProvider() throws Exception {
        int before = keysRead();
        long start = System.nanoTime();
        ExecutorService many = Executors.newFixedThreadPool(32);
        try {
            List<Future<Integer>> answers = many.invokeAll(Collections.nCopies(UNKNOWN_KEYS, () -> {
                String header = HEADER.replace(OwnIssuer.KEY_ID, UUID.randomUUID().toString());
                return Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(tokens.signed(header, tokens.claims().toJson())))
                        .status();
            }));
            for (Future<Integer> answer : answers) {
                assertEquals(401, answer.get());
            }
        } finally {
            many.shutdownNow();
        }
        long intervals = (System.nanoTime() - start) / KEYS_READ_AT_MOST_EVERY.toNanos();
        int reads = keysRead() - before;
        assertTrue(reads <= intervals + 2, reads + " reads of the keys in " + intervals + " intervals");
        assertEquals(200, get(PATH).status());
    }

    @Test
    void tokensOfANewKeyPassWhileItIsBeingLearnt() throws Exception {
        // Longer than after what another test has asked for: the keys may be read at once.
        long since = System.nanoTime();
        await("the keys may be read again", () -> System.nanoTime() - since > KEYS_READ_AT_MOST_EVERY.toNanos());
        RsaJsonWebKey next = RsaJwkGenerator.generateJwk(2048);
        next.setKeyId("own-2");
        next.setAlgorithm("RS256");
        next.setUse("sig");
        client.send(HttpRequest.newBuilder(URI.create(tokens.issuer()).resolve("/publish"))
                .POST(BodyPublishers.ofString(next.toJson(OutputControlLevel.PUBLIC_ONLY))).build(), BodyHandlers.discarding());
        String token = new Tokens(tokens.issuer(), next).signed(HEADER.replace(OwnIssuer.KEY_ID, "own-2"),
                tokens.claims().toJson());
        Callable<Integer> asked = () -> Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token)).status();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> answer : many.invokeAll(Collections.nCopies(40, asked))) {
                // Let in, whether or not the service behind has a place free or answers in the second that tests give it.
                assertTrue(Set.of(200, 503, 504).contains(answer.get()), answer.get().toString());
            }
        } finally {
            many.shutdownNow();
        }
        assertEquals(200, Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token)).status());
        assertEquals(200, get(PATH).status(), "and those of the earlier one pass too");
    }

    private int keysRead() throws Exception {
        URI count = URI.create(tokens.issuer()).resolve("/keys-read");
        return new JsonObject(client.send(HttpRequest.newBuilder(count).build(), BodyHandlers.ofString()).body())
                .getInteger("count");
    }

    @Test
    void oddHeadersAreRefused() throws IOException {
        String token = tokens.valid();
        for (String[] headers : new String[][]{ {}, { "Authorization:"}, { "Authorization: Bearer"}, { "Authorization: Bearer "},
                { "Authorization: Basic Y29vcmRpbmF0b3I6Y29vcmRpbmF0b3I="}, { "Authorization: " + token},
                { "Authorization: DPoP " + token},
                { bearer(token), bearer(token)}, { bearer("x"), bearer(token)}, { bearer(token + "," + token)}, { bearer("a.b.c")},
                { bearer("..")}, { bearer("opaque")}, { "Cookie: q_session=" + token}, { "X-Authorization: Bearer " + token},
                { "Proxy-Authorization: Bearer " + token}}) {
            refused(String.join(" | ", headers), Wire.ask(port, "GET " + PATH + " HTTP/1.1", headers));
        }
        refused("query", Wire.ask(port, "GET " + PATH + "?access_token=" + token + " HTTP/1.1"));
        try (Wire wire = new Wire(port)) {
            String form = "access_token=" + token;
            wire.send("POST " + PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n\r\n" + form);
            refused("form", wire.answer());
        }
    }

    private void refused(Map<String, String> wrong) throws IOException {
        for (Entry<String, String> token : wrong.entrySet()) {
            refused(token.getKey(), Wire.ask(port, "GET " + PATH + " HTTP/1.1", bearer(token.getValue())));
        }
    }

    /** Exactly what is said to somebody without a token, but for the trace id. */
    private void refused(String what, Answer answer) throws IOException {
        assertTrue(answer.isProblem(ProblemType.UNAUTHENTICATED), what + " -> " + answer);
        Answer without = Wire.ask(port, "GET " + PATH + " HTTP/1.1");
        assertEquals(without.head(), answer.head(), what);
        JsonObject expected = without.json();
        expected.remove("traceId");
        JsonObject body = answer.json();
        body.remove("traceId");
        assertEquals(expected, body, what);
        assertEquals("Bearer realm=\"surety\"", answer.header("www-authenticate"), what);
    }

    private String changed(String claim, Object value) {
        return new JsonObject(tokens.claims().toJson()).put(claim, value).encode();
    }

    private String signed(String header, String claims, String algorithm) throws GeneralSecurityException {
        String content = Tokens.encoded(header.getBytes()) + "." + Tokens.encoded(claims.getBytes());
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(tokens.key().getPrivateKey());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Tokens.encoded(signature.sign());
    }

    private static String unsigned(String header, String claims) {
        return assembled(header, claims, new byte[0]);
    }

    private static String assembled(String header, String claims, byte[] signature) {
        return Tokens.encoded(header.getBytes()) + "." + Tokens.encoded(claims.getBytes()) + "." + Tokens.encoded(signature);
    }

    private static String hs256(byte[] secret, String claims) throws GeneralSecurityException {
        String content = Tokens.encoded(HEADER.replace("RS256", "HS256").getBytes()) + "." + Tokens.encoded(claims.getBytes());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return content + "." + Tokens.encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static long now() {
        return NumericDate.now().getValue();
    }
}
