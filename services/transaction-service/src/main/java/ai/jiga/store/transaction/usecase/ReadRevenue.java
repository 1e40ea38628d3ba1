package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.ClosedDay;
import ai.jiga.store.transaction.model.LedgerCollections;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each day brought the platform, as an operator reads it: the difference of two notes of [CloseDays].
public final class ReadRevenue {
    public static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private final DocumentStore store;
    private final InstantSource clock;

    public ReadRevenue(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Revenue(List<Day> days) {}

    /// A day, UTC. Of today, until now.
    ///
    /// @param revenue DOF: the platform's share of hires, and what its own agents earned
    /// @param fees DOF: of transfers
    /// @param treasury DOF: what came in, less what was given
    /// @param issued DOF that were sold, or given by a sandbox
    /// @param since the first day that this covers: where days before it were not noted while the store ran, an
    /// earlier one; else the day itself
    public record Day(LocalDate day, long revenue, long fees, long treasury, long issued, LocalDate since) {}

    /// Refused with VALIDATION_FAILED. A day before the store's first is not among them.
    ///
    /// @param from the first day, or null: 30 days
    /// @param to the last day, or null: today
    public Outcome<Revenue> read(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate today = CloseDays.today(clock.instant());
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > MOST_DAYS) {
            return Outcome.rejected(
                    ErrorCode.VALIDATION_FAILED,
                    "At most " + MOST_DAYS + " days at a time: from " + first + " are more.");
        }
        return Outcome.done(days < 1 ? new Revenue(List.of()) : days(first, last, today));
    }

    private Revenue days(LocalDate first, LocalDate last, LocalDate today) {
        var refs = new ArrayList<Ref<ClosedDay>>();
        for (LocalDate day = first.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            refs.add(LedgerCollections.day(day));
        }
        Map<String, ClosedDay> notes = store.snapshot(reader -> {
            var found = new HashMap<String, ClosedDay>();
            reader.getAll(refs).forEach((Document<ClosedDay> note) -> found.put(note.id(), note.value()));
            if (last.equals(today)) {
                found.put(today.toString(), new ClosedDay(CloseDays.balances(reader), clock.instant()));
            }
            return found;
        });
        var days = new ArrayList<Day>();
        ClosedDay before = notes.get(first.minusDays(1).toString());
        LocalDate since = first;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            ClosedDay note = notes.get(day.toString());
            if (note != null) {
                if (before != null) {
                    days.add(day(day, before, note, since));
                }
                before = note;
                since = day.plusDays(1);
            }
        }
        return new Revenue(days);
    }

    private static Day day(LocalDate day, ClosedDay before, ClosedDay note, LocalDate since) {
        return new Day(
                day,
                change(before, note, Account.REVENUE),
                change(before, note, Account.FEES),
                change(before, note, Account.TREASURY),
                Math.negateExact(change(before, note, Account.ISSUANCE)),
                since);
    }

    private static long change(ClosedDay before, ClosedDay note, Account account) {
        return Math.subtractExact(note.balance(account, Asset.DOF), before.balance(account, Asset.DOF));
    }
}
