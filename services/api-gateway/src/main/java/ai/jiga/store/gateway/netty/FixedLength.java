package ai.jiga.store.gateway.netty;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/// A body of an announced length.
final class FixedLength implements Body {
    private final long announced;
    private long left;

    FixedLength(long announced) {
        this.announced = announced;
        this.left = announced;
    }

    @Override
    public boolean read(ByteBuf in, Consumer<ByteBuf> below) {
        int there = (int) Math.min(left, in.readableBytes());
        if (there > 0) {
            left -= there;
            below.accept(in.readRetainedSlice(there));
        }
        return left == 0;
    }

    @Override
    public boolean isUntouched() {
        return left == announced;
    }
}
