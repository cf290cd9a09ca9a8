package org.surety.gateway.identity;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.gateway.GatewayConfiguration;

/**
 * Where browsers find the gateway: redirects lead there and pages come from there, whatever a {@code Host} header says. Over plain http
 * the cookies of a session cannot be {@code Secure}; that is allowed where nothing leaves the machine, and nowhere else.
 */
@Singleton
public class Address {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final String origin;
    private final boolean secure;

    @Inject
    Address(GatewayConfiguration configuration, @ConfigProperty(name = "quarkus.http.host") String listening) {
        this(configuration.session().address(), configuration.session().secureCookies(), listening);
    }

    /** @throws InvalidAddress if a session could be carried over a network in the clear, or the address is none */
    Address(URI address, boolean secureCookies, String listening) {
        if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())
                || !address.equals(URI.create(address.getScheme() + "://" + address.getRawAuthority()))) {
            throw new InvalidAddress("it has to be a scheme, a host and a port and nothing else");
        }
        if (address.getScheme().equals("https") != secureCookies) {
            throw new InvalidAddress("cookies are secure where it is https, and only there");
        }
        if (!secureCookies && !(LOOPBACK.contains(address.getHost()) && LOOPBACK.contains(listening))) {
            throw new InvalidAddress("plain http is for a gateway that listens on the loopback address alone");
        }
        this.origin = address.toString();
        this.secure = secureCookies;
    }

    /** Scheme, host and port as a browser writes them into {@code Origin}. */
    public String origin() {
        return origin;
    }

    boolean secure() {
        return secure;
    }

    /** The gateway does not start. */
    static final class InvalidAddress extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        InvalidAddress(String reason) {
            super("SURETY_GATEWAY_URL, SURETY_SECURE_COOKIES: " + reason);
        }
    }
}
