package org.surety.gateway.connection;

import java.util.HexFormat;
import java.util.Optional;

import io.netty.util.NetUtil;

/**
 * What counts as one remote address: an address of IPv4, or the /64 of one of IPv6, of which a single subscriber has all addresses.
 *
 * @param name canonical
 */
public record Network(String name) {

    private static final int IPV6_BYTES = 16;
    private static final int SUBSCRIBER_BYTES = 8;
    private static final int MAPPED_BYTES = 12;
    private static final String MAPPED = "00000000000000000000ffff";

    /** Empty for what is no address; no name is ever looked up. */
    public static Optional<Network> of(String address) {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(address)).map(Network::of);
    }

    public static Network of(byte[] address) {
        HexFormat hex = HexFormat.of();
        if (address.length < IPV6_BYTES) {
            return new Network(NetUtil.bytesToIpAddress(address));
        }
        if (hex.formatHex(address, 0, MAPPED_BYTES).equals(MAPPED)) {
            return new Network(NetUtil.bytesToIpAddress(address, MAPPED_BYTES, IPV6_BYTES - MAPPED_BYTES));
        }
        return new Network(hex.formatHex(address, 0, SUBSCRIBER_BYTES) + "/64");
    }
}
