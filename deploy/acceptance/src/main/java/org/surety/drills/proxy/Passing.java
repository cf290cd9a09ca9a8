package org.surety.drills.proxy;

/**
 * A message on its way through a proxy, not yet forwarded.
 *
 * @param what the kind of message, as its {@link Wire} names it
 */
public record Passing(Direction direction, String what) {
}
