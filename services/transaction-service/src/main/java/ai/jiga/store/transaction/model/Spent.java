package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What was spent within a [Budget], kept under its id. What is set aside counts from then on, on the day and in the
/// month of that moment, and what of it is given back is taken off there, if that day and month still run.
///
/// @param day the day of `today`, such as `2026-11-29`, UTC
/// @param inFlight set aside and not settled
public record Spent(String id, String day, Dof today, Dof thisMonth, Dof total, Dof inFlight) {
    private static final int MONTH = 7;

    public static Spent nothing(String id, Instant now) {
        return new Spent(id, dayOf(now), Dof.ZERO, Dof.ZERO, Dof.ZERO, Dof.ZERO);
    }

    private static String dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static String monthOf(String day) {
        return day.substring(0, MONTH);
    }

    /// As of now: another day and another month begin at nothing. A clock that is behind changes nothing.
    private Spent at(Instant now) {
        String current = dayOf(now);
        if (current.compareTo(day) <= 0) {
            return this;
        }
        boolean sameMonth = monthOf(current).equals(monthOf(day));
        return new Spent(id, current, Dof.ZERO, sameMonth ? thisMonth : Dof.ZERO, total, inFlight);
    }

    /// Sets an amount aside. Refused with BUDGET_EXCEEDED, which names the limit that has no room.
    public Outcome<Spent> setAside(Budget budget, Dof amount, Instant now) {
        Spent current = at(now);
        Rejection refusal = firstOf(
                exceeded("day", budget.day(), current.today, amount),
                exceeded("month", budget.month(), current.thisMonth, amount),
                exceeded("total", budget.total(), current.total, amount),
                exceeded("inFlight", budget.inFlight(), current.inFlight, amount));
        return refusal != null
                ? Outcome.rejected(refusal)
                : Outcome.done(new Spent(
                        id,
                        current.day,
                        current.today.plus(amount),
                        current.thisMonth.plus(amount),
                        current.total.plus(amount),
                        current.inFlight.plus(amount)));
    }

    /// What was set aside is settled: a part of it is spent for good, the rest was never.
    ///
    /// @param since when it was set aside
    public Spent settled(Dof setAside, Dof consumed, Instant since) {
        Dof back = setAside.minus(consumed);
        String then = dayOf(since);
        return new Spent(
                id,
                day,
                then.equals(day) ? today.minus(back.atMost(today)) : today,
                monthOf(then).equals(monthOf(day)) ? thisMonth.minus(back.atMost(thisMonth)) : thisMonth,
                total.minus(back),
                inFlight.minus(setAside));
    }

    private static @Nullable Rejection firstOf(@Nullable Rejection... refusals) {
        for (Rejection refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Rejection exceeded(String name, @Nullable Dof limit, Dof used, Dof amount) {
        if (limit == null || !limit.isLessThan(used.plus(amount))) {
            return null;
        }
        return Rejection.of(
                        ErrorCode.BUDGET_EXCEEDED,
                        "This takes " + amount + " DOF, and of the budget '" + name + "' of " + limit + " DOF " + used
                                + " are used. Nothing was set aside: wait, or raise the budget.")
                .with("budget", name)
                .with("limit", limit.amount())
                .with("used", used.amount())
                .with("required", amount.amount());
    }
}
