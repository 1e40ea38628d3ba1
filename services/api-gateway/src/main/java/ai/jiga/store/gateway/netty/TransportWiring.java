package ai.jiga.store.gateway.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Puts a [RequestGate] and an [AnswerGate] into the pipeline of every HTTP connection, around the decoder.
/// Quarkus, which makes the server, has no way to do this; what it has is the list of Vert.x service
/// providers. Native transports stay as they are: the plain one is what the store runs on. Made by Vert.x
/// before there is a bean, so it asks for the [Wire] when the first connection comes.
public final class TransportWiring implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() instanceof JDKTransport) {
            builder.findTransport(new WithGates());
        }
    }

    private static final class WithGates extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Accepted());
        }
    }

    /// Sees each new connection, before Vert.x has set it up.
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        private volatile @Nullable Wire wire;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                connection.pipeline().addLast(new FirstBytes(wire()));
            }
            context.fireChannelRead(message);
        }

        private Wire wire() {
            Wire known = wire;
            if (known == null) {
                known = CDI.current().select(Wire.class).get();
                wire = known;
            }
            return known;
        }
    }

    /// Waits until Vert.x has chosen the protocol, which it has when there are bytes to decode. Below TLS,
    /// these are the ones that come out of it.
    private static final class FirstBytes extends ChannelInboundHandlerAdapter {
        private static final String DECRYPTED = "firstBytesDecrypted";

        private final Wire wire;
        private @Nullable ScheduledFuture<?> patience;

        private FirstBytes(Wire wire) {
            this.wire = wire;
        }

        /// On the event loop, when the connection has one.
        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            patience = context.executor()
                    .schedule(() -> context.close(), wire.limits().firstByte().toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelPipeline pipeline = context.pipeline();
            ChannelHandlerContext tls = pipeline.context(SslHandler.class);
            ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
            ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
            if (decoder != null && encoder != null) {
                var requests = new RequestGate(wire);
                pipeline.addBefore(decoder.name(), "requestGate", requests);
                pipeline.addAfter(encoder.name(), "answerGate", requests.answers());
                leave(context);
            } else if (tls != null && pipeline.get(DECRYPTED) == null) {
                pipeline.addAfter(tls.name(), DECRYPTED, new FirstBytes(wire));
                leave(context);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }

        private void leave(ChannelHandlerContext context) {
            stop();
            context.pipeline().remove(this);
        }

        private void stop() {
            if (patience != null) {
                patience.cancel(false);
            }
        }
    }
}
