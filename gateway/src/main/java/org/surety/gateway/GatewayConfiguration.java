package org.surety.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/**
 * What an operator may set, with the defaults and their reasons in {@code application.properties}.
 */
@ConfigMapping(prefix = "surety.gateway")
public interface GatewayConfiguration {

    /** The route table: by the logical name that problems, metrics and logs show, where a service is and what it answers. */
    Map<String, UpstreamConfiguration> upstreams();

    RelayConfiguration relay();

    CircuitConfiguration circuit();

    LimitConfiguration limits();

    ConnectionConfiguration connections();

    RateConfiguration rates();

    CorsConfiguration cors();

    /** Proxies before the gateway whose {@code X-Forwarded-For} tells from where a request comes; 0 believes nobody. */
    int proxies();

    DocumentConfiguration document();

    MyPartyConfiguration myParty();

    ChangesConfiguration changes();

    SessionConfiguration session();

    interface UpstreamConfiguration {

        /** Scheme, host and port; no path. */
        URI url();

        /** Collections of this service, as absolute path prefixes. */
        List<String> paths();
    }

    interface RelayConfiguration {

        /** Longest time without any movement before the answer begins: then 504, or 408 if the client stopped sending or dribbles. */
        Duration answerTimeout();

        /** Longest time for the TCP connection to a service: then 502. */
        Duration connectTimeout();

        /** Connections to one service; also the number of requests it works on at a time. */
        int connections();

        /** Requests that may wait for such a connection, per service: more get 503. */
        int waiting();

        /** Longest wait for such a connection: then 503. */
        Duration waitingTimeout();

        /** A connection to a service on which nothing moves for so long is closed; ends an answer that stopped half-way. */
        Duration idleTimeout();

        /** Names of the request headers that pass, lower case. Everything else stays outside. */
        List<String> requestHeaders();
    }

    interface CircuitConfiguration {

        /** Failures in a row to get any answer from a service, after which requests to it get 503 at once. */
        int failures();

        /** One request in each pause finds out whether it is back; at most a second. */
        Duration pause();
    }

    interface LimitConfiguration {

        /** Longest request body, declared or counted while it streams. */
        MemorySize body();

        /** Bytes a second of a request body that a client has to send at least, over the answer timeout: then 408. */
        int bodyRate();

        /** Longest request target, in characters. */
        int uri();

        /** Names and values of all request headers together, in characters. */
        int headers();

        /** How long an answered request's unread body is read and thrown away, so that the client sees the answer. */
        Duration linger();
    }

    interface ConnectionConfiguration {

        /** Open connections of one port: more are closed at once. */
        int most();

        /** Those of them from one remote address; 0 for as many as there may be in all. */
        int mostPerAddress();

        /** From the connection's begin, or the first byte after an answer, to the end of the request's head; then it is closed. */
        Duration headTimeout();
    }

    interface RateConfiguration {

        /** All requests of one client. */
        QuotaConfiguration requests();

        /** Those of them that may change something: neither GET nor HEAD nor OPTIONS. */
        QuotaConfiguration unsafe();

        /** Tokens of one remote address that are refused. */
        QuotaConfiguration failedTokens();

        /** Clients that are remembered, and as many addresses. */
        int mostClients();
    }

    interface CorsConfiguration {

        /** Origins whose pages may call the API from a browser, exactly as browsers write them; none by default. */
        Optional<List<String>> origins();
    }

    interface QuotaConfiguration {

        /** Requests within a window: more get 429. */
        long quota();

        /** Whole seconds. */
        Duration window();
    }

    interface DocumentConfiguration {

        /** How long the merged API document is served before the services are asked again. */
        Duration keep();

        /** How long it is served when a service's part is missing. */
        Duration keepIncomplete();

        /** Longest time to wait for one service's part. */
        Duration timeout();

        /** Longest document of one service. */
        MemorySize limit();
    }

    interface MyPartyConfiguration {

        /** Longest answer of one service: more is marked as unavailable. */
        MemorySize partLimit();
    }

    interface ChangesConfiguration {

        /** Longest page of one service's feed: more is marked as unavailable. */
        MemorySize pageLimit();

        /** Connections to one service for questions that wait there: half of them for streams, half for pages. */
        int connections();

        /** Streams and waiting requests of all clients together: more get 503. */
        int most();

        /** Those of one client: more get 429. */
        int mostPerClient();

        /** What a stream says while there is nothing to say, at this very interval whatever else happens. */
        Duration heartbeat();

        /** Whole seconds that a service waits for a change before it answers without one; shorter than a heartbeat. */
        Duration pollWait();

        /** Changes that a stream asks of a service at a time. */
        int pollPage();

        /** Latest changes that are kept for a group of listeners: who is further behind is cut off. */
        int kept();

        /** What a stream tells its client to wait before it comes back. */
        Duration retry();
    }

    interface SessionConfiguration {

        /** Scheme, host and port under which browsers reach the gateway. */
        URI address();

        /** Whether cookies go over https alone; false is for plain http on the loopback address. */
        boolean secureCookies();

        /** A session on which nothing is asked for so long, after its tokens expired, is over. */
        Duration idle();

        /** How long a session that was ended is remembered: longer than its tokens live. */
        Duration rememberEnded();

        /** The path a browser is sent to when it has signed in. */
        String landing();
    }
}
