package org.surety.gateway.connection;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;

/**
 * Ends a connection whose client takes too long to send the head of a request: counted from the connection's begin, later from the first
 * byte after an answer, however many bytes come. Between requests, and while one is being answered, it has no say. Costs nothing where a
 * head comes in one piece. Lives on the connection's event loop.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<HeadWatch> KEY = AttributeKey.valueOf(HeadWatch.class, "watch");

    private final long limitMillis;
    private final Runnable late;
    private Future<?> timer;
    private Object answering;
    private boolean begun;

    /** @param late told of each connection that is ended */
    HeadWatch(long limitMillis, Runnable late) {
        this.limitMillis = limitMillis;
        this.late = late;
    }

    static HeadWatch of(Channel connection) {
        return connection.attr(KEY).get();
    }

    void over(Channel connection) {
        connection.attr(KEY).set(this);
        connection.pipeline().addLast(this);
    }

    /** The head of a request is there. */
    void headRead(Object request) {
        answering = request;
        begun = false;
        cancel();
    }

    /** It has been answered and read to its end: what comes now is the next head, unless that came at once and is answered by now. */
    void done(Object request) {
        if (answering == request) {
            answering = null;
            begun = false;
            cancel();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        start(context);
        super.channelActive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        begun |= answering == null;
        super.channelRead(context, bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        if (begun && timer == null) {
            start(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    private void start(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> {
            late.run();
            context.close();
        }, limitMillis, TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
