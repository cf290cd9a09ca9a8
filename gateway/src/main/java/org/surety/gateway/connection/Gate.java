package org.surety.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands at one listening port and sees each accepted connection before the server does. */
final class Gate extends ChannelInboundHandlerAdapter {

    private final Gatekeeper keeper;
    private final Crowd crowd;

    Gate(Gatekeeper keeper) {
        this.keeper = keeper;
        this.crowd = keeper.crowd();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel connection = (Channel) accepted;
        if (keeper.admit(crowd, connection)) {
            context.fireChannelRead(accepted);
        } else {
            connection.unsafe().closeForcibly();
        }
    }
}
