package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
