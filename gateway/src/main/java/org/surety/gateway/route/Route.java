package org.surety.gateway.route;

/**
 * One collection and the service that answers it.
 *
 * @param prefix canonical path of the collection, such as {@code /api/v1/parties}
 */
public record Route(String prefix, Upstream upstream) {

    /** The collection itself or something below it; {@code /api/v1/partiesX} is neither. */
    public boolean covers(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
