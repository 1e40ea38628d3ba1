using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    // How the line opens, comes back, and ends.
    public sealed partial class LiveSession
    {
        private const string Protocol = "jiga.session.v1";
        private const string OpenedElsewhere = "opened_elsewhere";
        private const int TakenOver = 4002;
        private const int MostRefusals = 5;
        private const int MostBreaks = 2;
        private static readonly TimeSpan GreetedWithin = TimeSpan.FromSeconds(10);
        private static readonly TimeSpan EndedWithin = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan GoodbyeWithin = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.25);
        private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

        /// <summary>After so long away the store ends a session by itself.</summary>
        private static readonly TimeSpan AwayLimit = TimeSpan.FromMinutes(10);

        private Line line;
        private Promise<bool> greeted;
        private TimeSpan awaySince;
        private Promise<bool> endedOrGone;
        private bool isEnding;
        private Exception gaveUp;

        /// <summary>Opens the line for the first time.</summary>
        /// <param name="given">of the hire, while its ticket is fresh; null to ask for a new one</param>
        internal async Task Open(Connection given, CancellationToken cancel)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    await Greet(given ?? await Ticket(null, cancel), cancel);
                    return;
                }
                catch (Exception e)
                {
                    bool again = attempt <= maxRetries && (given != null || e is ConnectionException || e is JigaTimeoutException)
                        && !(e is OperationCanceledException);
                    if (!again)
                    {
                        GiveUp(e, false);
                        throw;
                    }
                    given = null;
                    caller.Log("The line of session " + SessionId + " did not open: " + e.Message);
                }
                await clock.Delay(Retries.Wait(attempt, FirstWait, LongestWait), cancel);
            }
        }

        private Task<Connection> Ticket(CallOptions how, CancellationToken cancel)
        {
            return caller.Ask(
                ApiCall.Harmless("/api/v1/sessions/" + ApiCall.Part(SessionId) + "/connection"), o => new Connection(o), how, cancel);
        }

        private async Task Greet(Connection to, CancellationToken cancel)
        {
            greeted = new Promise<bool>(home);
            var opening = new Line(sockets(), home, clock, () => outbox.IsWaiting, Hear, Gone);
            line = opening;
            proofAt = 0;
            try
            {
                var address = new Uri(to.WebsocketUrl + "?ticket=" + Uri.EscapeDataString(to.Ticket));
                using (var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel))
                {
                    Task open = opening.Open(address, Protocol, stop.Token);
                    if (!await clock.Within(open, GreetedWithin, cancel))
                    {
                        stop.Cancel();
                        throw new JigaTimeoutException(
                            "The line of session " + SessionId + " did not open within " + GreetedWithin.TotalSeconds + " s.");
                    }
                    await open;
                }
                if (!await clock.Within(greeted.Task, GreetedWithin, cancel))
                {
                    throw new JigaTimeoutException("Session " + SessionId + " was not greeted within " + GreetedWithin.TotalSeconds + " s.");
                }
                await greeted.Task;
            }
            catch
            {
                opening.Drop();
                if (line == opening)
                {
                    line = null;
                }
                throw;
            }
        }

        private void Gone(Line from, int code, string reason)
        {
            if (from != line)
            {
                return;
            }
            bool wasGreeted = from.Greeted;
            line = null;
            Cost.Forget();
            if (State == LiveState.Ended)
            {
                return;
            }
            if (!wasGreeted)
            {
                greeted.Break(
                    (Exception)lastRefusal ?? new ConnectionException("The line of session " + SessionId + " closed (" + code + " " + reason + ")."));
                return;
            }
            caller.Log("The line of session " + SessionId + " closed (" + code + " " + reason + ").");
            if (code == TakenOver)
            {
                // Two that fight for a session would cut each other off for ever.
                GiveUp(new SessionEndedException(OpenedElsewhere, null), true);
                return;
            }
            if (code == 1002 || code == 1003 || code == 1007 || code == 1009)
            {
                BlameTheFirst(code, reason);
            }
            if (isEnding)
            {
                NoMoreOfTheLine();
                return;
            }
            Waiting.Ignore(ComeBack(code, reason));
        }

        /// <summary>Who waits for the end on the line need not wait longer.</summary>
        private void NoMoreOfTheLine()
        {
            if (endedOrGone != null)
            {
                endedOrGone.Keep(true);
                endedOrGone = null;
            }
        }

        /// <summary>What broke the line itself would break the next one too: after some lines it is given up, and the rest goes on.</summary>
        private void BlameTheFirst(int code, string reason)
        {
            Said first = outbox.First;
            if (first != null && first.InFlight && ++first.Breaks > MostBreaks)
            {
                ApiException why = Problem.Local(413, "LINE_CLOSED_" + code, "The store closed the line over this: " + reason).AsException();
                outbox.Drop(first);
                first.Fail(why);
                error.Tell(why);
            }
        }

        private async Task ComeBack(int code, string reason)
        {
            State = LiveState.Reconnecting;
            awaySince = clock.Elapsed;
            reconnecting.Tell(new Reconnecting(code, reason));
            var once = new CallOptions { MaxRetries = 0, Timeout = GreetedWithin };
            int refusals = 0;
            for (int attempt = 1; !leaving.IsCancellationRequested && !isEnding; attempt++)
            {
                TimeSpan wait = Retries.Wait(attempt, FirstWait, LongestWait);
                try
                {
                    await clock.Delay(wait, leaving.Token);
                    await Greet(await Ticket(once, leaving.Token), leaving.Token);
                    return;
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (RateLimitException e)
                {
                    caller.Log(e.Message);
                    await clock.Delay(e.RetryAfter ?? wait, leaving.Token);
                }
                catch (ApiException e)
                {
                    if (await IsOver(e))
                    {
                        return;
                    }
                    bool isFinal = e is AuthenticationException || e is PermissionException || e is NotFoundException;
                    if (!e.Retryable && (isFinal || ++refusals >= MostRefusals))
                    {
                        GiveUp(e, true);
                        return;
                    }
                }
                catch (JigaException e)
                {
                    caller.Log("Session " + SessionId + " is not back yet: " + e.Message);
                }
                if (clock.Elapsed - awaySince > AwayLimit && outbox.Count > 0)
                {
                    // The store has ended it by now, and its bill comes when the store can be reached.
                    FailAll(new SessionEndedException("away_too_long", null));
                }
            }
        }

        /// <summary>Whether a refusal means that the session has ended meanwhile; then it is ended here too, with its bill.</summary>
        private async Task<bool> IsOver(ApiException refusal)
        {
            if (refusal.Code != "SESSION_ENDED")
            {
                return false;
            }
            try
            {
                SessionView view = await caller.Ask(
                    ApiCall.Get("/api/v1/sessions/" + ApiCall.Part(SessionId)), o => new SessionView(o), null, leaving.Token);
                long allocated = view.Dof == null ? 0 : view.Dof.Allocated;
                long consumed = view.Dof == null ? 0 : view.Dof.Consumed;
                Finish(new Bill(view.EndReason ?? "ended", consumed, allocated - consumed));
            }
            catch (JigaException e)
            {
                GiveUp(e, true);
            }
            return true;
        }

        private async Task<Bill> End(CancellationToken cancel)
        {
            if (Bill != null)
            {
                return Bill;
            }
            isEnding = true;
            if (line != null && line.Greeted)
            {
                endedOrGone = endedOrGone ?? new Promise<bool>(home);
                Line last = line;
                last.Send("end_session", null, null);
                await clock.Within(endedOrGone.Task, EndedWithin, cancel);
                if (Bill != null)
                {
                    // The goodbye is under way; a program that stops now would cut it off.
                    await clock.Within(last.Over, GoodbyeWithin, cancel);
                    return Bill;
                }
            }
            try
            {
                Ended settled = await caller.Ask(
                    ApiCall.Delete("/api/v1/sessions/" + ApiCall.Part(SessionId)),
                    o => new Ended(o),
                    new CallOptions { MaxRetries = Math.Max(maxRetries, 5) },
                    cancel);
                Finish(new Bill(settled.Reason ?? "ended_by_player", settled.Consumed, settled.Released));
                return Bill;
            }
            catch
            {
                isEnding = false;
                if (line == null && State != LiveState.Ended)
                {
                    Waiting.Ignore(ComeBack(1006, "it could not be ended"));
                }
                throw;
            }
        }

        private void Finish(Bill bill)
        {
            if (Bill != null)
            {
                return;
            }
            Bill = bill;
            Over();
            Cost.End(bill);
            FailAll(new SessionEndedException(bill.Reason, bill));
            NoMoreOfTheLine();
            ended.Keep(bill);
            ended.Tell(bill);
        }

        /// <summary>This end of the session is over without a bill.</summary>
        private void GiveUp(Exception why, bool tell)
        {
            gaveUp = why;
            Over();
            Cost.Stop();
            FailAll(why);
            NoMoreOfTheLine();
            if (tell)
            {
                error.Tell(why);
            }
        }

        private void Over()
        {
            State = LiveState.Ended;
            leaving.Cancel();
            StayNoLonger();
            Line last = line;
            line = null;
            if (last != null)
            {
                last.Leave(1000, "left");
                Waiting.Ignore(DropLater(last));
            }
        }

        /// <summary>A goodbye takes a moment; after that the socket goes, whatever the other side does.</summary>
        private async Task DropLater(Line last)
        {
            if (!await clock.Within(last.Over, GoodbyeWithin))
            {
                last.Drop();
            }
        }

        private void FailAll(Exception why)
        {
            foreach (Said each in outbox.TakeAll())
            {
                each.Fail(why);
            }
            foreach (Wish each in wishes)
            {
                each.Done.Break(why);
            }
            wishes.Clear();
            foreach (Promise<bool> each in pauseWaiters)
            {
                each.Break(why);
            }
            pauseWaiters.Clear();
        }
    }
}
