package ai.jiga.store.notification.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.LiveCollections;
import ai.jiga.store.notification.model.LiveEvent;
import ai.jiga.store.notification.model.LiveLog;
import ai.jiga.store.notification.model.LivePosition;
import ai.jiga.store.notification.usecase.ReadLiveEvents.Heard;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets somebody hear what happens to a user, from where they stopped: each event once, in order. One
/// document is watched for a user, however many pages are open, whichever process writes it.
///
/// Thread-safe.
public final class FollowUser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUser.class);

    private final DocumentStore store;
    private final ReadLiveEvents reading;
    private final Executor threads;
    private final Map<UserId, Feed> feeds = new HashMap<>();

    /// @param threads run what may ask the documents
    public FollowUser(DocumentStore store, InstantSource clock, Executor threads) {
        this.store = store;
        this.reading = new ReadLiveEvents(store, clock);
        this.threads = threads;
    }

    /// Who follows. Called by one thread at a time; never blocks and never fails.
    public interface Follower {
        void heard(Happened event);

        /// Something is kept no more: read everything anew, and go on from here.
        ///
        /// @param id as if it were the last event's
        void reset(String id);

        /// Nothing more comes, though more may happen: begin again where this stopped.
        void lost();
    }

    /// An event as its user sees it.
    ///
    /// @param id rises from event to event
    /// @param type such as `session.ended`
    public record Happened(String id, String type, Instant at, JsonNode data) {}

    /// Ends with `close()`.
    public final class Following implements AutoCloseable {
        private final Feed feed;
        private final Follower follower;
        private final AtomicInteger wakes = new AtomicInteger();
        private volatile boolean ended;
        private LivePosition position;

        private Following(Feed feed, Follower follower, LivePosition position) {
            this.feed = feed;
            this.follower = follower;
            this.position = position;
        }

        private void wake() {
            if (wakes.getAndIncrement() == 0) {
                threads.execute(this::run);
            }
        }

        private void run() {
            int seen;
            do {
                seen = wakes.get();
                try {
                    goOn();
                } catch (RuntimeException e) {
                    LOG.warn("somebody who listens is told to come back: {}", e.toString());
                    close();
                    follower.lost();
                }
            } while (!wakes.compareAndSet(seen, 0));
        }

        private void goOn() {
            Optional<LiveLog> log = feed.latest;
            // A watch may be a moment behind what was read before.
            if (!ended && log != null && log.filter(this::isAhead).isPresent()) {
                tell(reading.after(feed.user, log, position));
            }
        }

        private boolean isAhead(LiveLog log) {
            return position.number() == 0
                    || log.epoch() > position.epoch()
                    || log.epoch() == position.epoch() && log.last() > position.number();
        }

        private void tell(Heard heard) {
            position = heard.reached();
            if (heard.gap()) {
                follower.reset(position.id());
            }
            for (LiveEvent event : heard.events()) {
                follower.heard(new Happened(position.at(event.number()).id(), event.type(), event.at(), event.data()));
            }
        }

        @Override
        public void close() {
            ended = true;
            synchronized (feeds) {
                feed.followings.remove(this);
                if (feed.followings.isEmpty() && feeds.remove(feed.user, feed)) {
                    feed.watch.close();
                }
            }
        }
    }

    private final class Feed {
        private final UserId user;
        private final Set<Following> followings = ConcurrentHashMap.newKeySet();
        private final DocumentStore.Watch watch;
        /// Null until the engine has told.
        private volatile @Nullable Optional<LiveLog> latest;

        Feed(UserId user) {
            this.user = user;
            this.watch = store.watch(LiveCollections.log(user), this::changed);
        }

        private void changed(Optional<Document<LiveLog>> log) {
            latest = log.map(Document::value);
            followings.forEach(Following::wake);
        }
    }

    /// Where somebody stands who begins now: the id of the last event, as if it had been heard.
    public String now(UserId user) {
        return reading.now(reading.log(user)).id();
    }

    /// Blocks until it is known where to begin.
    ///
    /// @param after the id of the last event that was heard
    public Following follow(UserId user, String after, Follower follower) {
        Optional<LiveLog> log = reading.log(user);
        LivePosition from = LivePosition.parse(after).orElse(new LivePosition(0, 0));
        boolean gap = reading.after(user, log, from).gap();
        if (gap) {
            from = reading.now(log);
            follower.reset(from.id());
        }
        synchronized (feeds) {
            Feed feed = feeds.computeIfAbsent(user, Feed::new);
            var following = new Following(feed, follower, from);
            feed.followings.add(following);
            following.wake();
            return following;
        }
    }

    /// Nobody hears anything more.
    @Override
    public void close() {
        synchronized (feeds) {
            feeds.values().forEach(feed -> {
                feed.followings.forEach(following -> following.ended = true);
                feed.watch.close();
            });
            feeds.clear();
        }
    }
}
