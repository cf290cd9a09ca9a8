package org.surety.gateway.route;

/** The configured route table contradicts itself; the gateway does not start with it. */
public class InvalidRouteTable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidRouteTable(String reason) {
        super("Invalid route table: " + reason);
    }
}
