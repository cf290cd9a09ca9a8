package org.surety.gateway.exchange;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Where a request stands in a trace, by W3C Trace Context level 1. The gateway records no spans: it takes up or starts a trace,
 * hands it on to the service and shows its id in log and problem, which needs no tracing library (measured: the OpenTelemetry
 * extension costs 15 MB resident, a tenth of what the gateway may have).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 such digits: the gateway's own step, the parent of what the service does
 * @param flags two such digits, as they came
 */
public record TraceContext(String traceId, String spanId, String flags) {

    private static final int LENGTH = 55;
    private static final String NOT_SAMPLED = "00";

    /** Takes up the trace of a well-formed header of version 00, else starts one. */
    public static TraceContext continuing(String traceparent) {
        if (traceparent == null || !wellFormed(traceparent)) {
            return new TraceContext(random(32), random(16), NOT_SAMPLED);
        }
        return new TraceContext(traceparent.substring(3, 35), random(16), traceparent.substring(53));
    }

    /** The header for the service. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static boolean wellFormed(String header) {
        return header.length() == LENGTH && header.startsWith("00-") && header.charAt(35) == '-' && header.charAt(52) == '-'
                && hexadecimal(header, 3, 35) && hexadecimal(header, 36, 52) && hexadecimal(header, 53, LENGTH)
                && !zero(header, 3, 35) && !zero(header, 36, 52);
    }

    private static boolean hexadecimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String random(int digits) {
        char[] text = new char[digits];
        for (int i = 0; i < digits; i += 16) {
            long bits = ThreadLocalRandom.current().nextLong() | 1; // never all zero
            for (int j = 0; j < 16; j++) {
                text[i + j] = Character.forDigit((int) (bits >>> (60 - 4 * j)) & 15, 16);
            }
        }
        return new String(text);
    }
}
