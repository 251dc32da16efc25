package io.strowger.verticles.ingest;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/**
 * Lets a client end its side of a connection and still get its answers. Vert.x has no option for it and would close the whole
 * connection, so this one place reaches through to the channel.
 */
final class HalfClose {
    private HalfClose() {}

    /**
     * Keeps the connection open when the client ends its side. The socket's handler then gets an empty buffer behind the last
     * bytes: it takes the way that they take, so that it can't overtake those that wait while the socket is paused.
     */
    static void allow(NetSocket socket) {
        NetSocketInternal internal = (NetSocketInternal) socket;
        Channel channel = internal.channelHandlerContext().channel();
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        internal.eventHandler(event -> {
            if (event == ChannelInputShutdownEvent.INSTANCE) {
                channel.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER).fireChannelReadComplete();
            }
        });
    }

    /** Ends the server's side once everything is written; what the client still sends can be read and thrown away. */
    static void endOutput(NetSocket socket) {
        socket.write(Buffer.buffer()).onComplete(written -> {
            Channel channel =
                    ((NetSocketInternal) socket).channelHandlerContext().channel();
            if (written.succeeded() && channel instanceof DuplexChannel duplex) {
                // A failure means that the connection is gone, which its close handler tells.
                ChannelFuture unused = duplex.shutdownOutput();
            } else {
                socket.close();
            }
        });
    }
}
