package ai.jiga.store.notification.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Where live events are kept.
public final class LiveCollections {
    static final Collection<LiveLog> LOGS =
            Collection.of("live_logs", LiveLog.class).expires("expiresAt");
    static final Collection<LivePage> PAGES =
            Collection.of("live_logs/{}/live_pages", LivePage.class).expires("expiresAt");

    private LiveCollections() {}

    public static Ref<LiveLog> log(UserId user) {
        return LOGS.id(user.value());
    }

    private static Ref<LivePage> page(UserId user, long epoch, long page) {
        return PAGES.id(log(user), "%013d-%08d".formatted(epoch, page));
    }

    /// The pages of a log that may still count, the eldest first.
    public static List<Ref<LivePage>> pages(UserId user, LiveLog log) {
        return pagesFrom(user, log, Math.max(1, log.last() - LiveLog.MOST + 1));
    }

    /// The pages that hold this number and those after it.
    public static List<Ref<LivePage>> pagesFrom(UserId user, LiveLog log, long number) {
        return LongStream.range((number - 1) / LiveLog.PAGE, log.put() / LiveLog.PAGE)
                .mapToObj(page -> page(user, log.epoch(), page))
                .toList();
    }

    /// What a full log leaves behind.
    public static Ref<LivePage> pageOf(UserId user, LiveLog full) {
        return page(user, full.epoch(), full.put() / LiveLog.PAGE);
    }

    /// The page that goes when this one comes, once there are enough.
    public static Optional<Ref<LivePage>> pageAfterwardsTooMuch(UserId user, LiveLog full) {
        long page = full.put() / LiveLog.PAGE - LiveLog.MOST / LiveLog.PAGE;
        return page < 0 ? Optional.empty() : Optional.of(page(user, full.epoch(), page));
    }

    /// Events of full pages.
    public static List<LiveEvent> events(List<Document<LivePage>> pages) {
        List<LiveEvent> events = new ArrayList<>();
        pages.forEach(page -> events.addAll(page.value().events()));
        return events;
    }
}
