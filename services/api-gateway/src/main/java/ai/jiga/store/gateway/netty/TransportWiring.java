package ai.jiga.store.gateway.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.InstantSource;

/// Puts [InvalidRequests] into the pipeline of every HTTP connection. The HTTP server has a handler for
/// this (`HttpServer.invalidRequestHandler`), but Quarkus, which makes the server, has no way to set
/// it; what it has is the list of Vert.x service providers. Native transports stay as they are: the
/// plain one is what the store runs on. Made by Vert.x before there is a bean, so it asks for the clock itself.
public final class TransportWiring implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() instanceof JDKTransport) {
            builder.findTransport(new WithInvalidRequests());
        }
    }

    private static final class WithInvalidRequests extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Accepted());
        }
    }

    /// Sees each new connection, before Vert.x has set it up.
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                connection.pipeline().addLast(new FirstBytes());
            }
            context.fireChannelRead(message);
        }
    }

    /// Waits until Vert.x has chosen the protocol, which it has when there are bytes to decode.
    private static final class FirstBytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
            if (encoder != null) {
                context.pipeline()
                        .addAfter(encoder.name(), "invalidRequests", new InvalidRequests(InstantSource.system()));
                context.pipeline().remove(this);
            }
            context.fireChannelRead(message);
        }
    }
}
