using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>What a scenario can do, through the SDK's public surface.</summary>
    internal sealed class Actions : IDisposable
    {
        private readonly JigaStore store;
        private readonly Lazy<Task<Player>> second;
        private readonly Dictionary<string, Task<Answer>> later = new Dictionary<string, Task<Answer>>();
        private int warnings;
        private Session session;
        private LiveSession live;

        internal Actions(JigaStoreOptions options, Lazy<Task<Player>> second)
        {
            options.Logger = line => warnings += line.StartsWith("WARNING", StringComparison.Ordinal) ? 1 : 0;
            store = new JigaStore(options);
            this.second = second;
            Events = new Recording();
        }

        internal Recording Events { get; private set; }

        public void Dispose()
        {
            if (live != null)
            {
                live.Close();
            }
            store.Dispose();
        }

        internal async Task<JObject> Do(string what, JObject with, string name)
        {
            switch (what)
            {
                case "hire":
                    session = await store.Marketplace.HireAsync(
                        (string)with["listing"], (long)with["dofAllocation"], how: Key(with));
                    return new JObject { { "sessionId", session.Id }, { "dofAllocated", session.Hired.Contract.DofAllocated } };
                case "connect":
                    live = await session.ConnectAsync(keep: true);
                    Events.Follow(live);
                    return State();
                case "say":
                    return Outcomes.Of(await live.SayAsync((string)with["text"]));
                case "sayLater":
                    later[name] = live.SayAsync((string)with["text"]);
                    return new JObject();
                case "answer":
                    return Outcomes.Of(await later[(string)with["of"]]);
                case "sayUnheard":
                    live.SayAsync((string)with["text"]).GetHashCode();
                    return new JObject();
                case "gameEvent":
                    return Outcomes.Of(await live.GameEventAsync(GameEvent.Of(with)));
                case "pause":
                    await live.PauseAsync();
                    return State();
                case "resume":
                    await live.ResumeAsync();
                    return State();
                case "end":
                    return Outcomes.Of(await live.EndAsync());
                case "endElsewhere":
                    Ended ended = await store.Sessions.EndAsync(session.Id);
                    return new JObject { { "consumed", ended.Consumed }, { "released", ended.Released } };
                case "listenerThatThrows":
                    live.Response += part => throw new InvalidOperationException("a listener that throws");
                    return new JObject();
                case "waitFor":
                    return await WaitFor(with);
                case "sample":
                    return await Sample((double)with["seconds"]);
                case "cost":
                    return new JObject
                    {
                        { "consumed", live.Cost.Consumed }, { "remaining", live.Cost.Remaining }, { "rate", live.Cost.Rate },
                    };
                case "sleep":
                    await Task.Delay(TimeSpan.FromSeconds((double)with["seconds"]));
                    return new JObject();
                default:
                    return await Ask(what, with);
            }
        }

        private async Task<JObject> Ask(string what, JObject with)
        {
            switch (what)
            {
                case "session":
                    SessionView view = await store.Sessions.GetAsync(session.Id);
                    return new JObject { { "status", view.Status }, { "consumed", view.Dof.Consumed }, { "endReason", view.EndReason } };
                case "usage":
                    return Usage(await store.Sessions.Usage(session.Id, (int?)with["limit"]).ToListAsync());
                case "sessions":
                    return new JObject { { "count", (await store.Sessions.List().ToListAsync()).Count } };
                case "wallet":
                    WalletView wallet = await store.Wallet.GetAsync();
                    return new JObject { { "balance", wallet.Balance }, { "available", wallet.Available }, { "held", wallet.Held } };
                case "transfer":
                    string to = (await second.Value).Tokens.User.Id;
                    Transferred sent = await store.Wallet.TransferAsync(
                        new TransferRequest { ToUserId = to, Amount = (long)with["amount"] }, how: Key(with));
                    return new JObject { { "fee", sent.Fee } };
                case "search":
                    return Found(await store.Marketplace.Search(Filter(with)).ToListAsync());
                case "together":
                    return await Together((int)with["calls"], (string)with["what"]);
                case "notification":
                    return new JObject { { "count", (await store.Notifications.List().ToListAsync()).Count } };
                case "review":
                    Review review = await store.Sessions.ReviewAsync(
                        session.Id, new ReviewBody { Rating = (long)with["rating"], Comment = (string)with["comment"] });
                    return new JObject { { "rating", review.Rating } };
                case "verifyReceipt":
                    return await Verify((bool?)with["tampered"] ?? false);
                case "warnings":
                    return new JObject { { "count", warnings } };
                default:
                    throw new UnexpectedOutcome("This runner does not know how to " + what);
            }
        }

        private JObject State()
        {
            return new JObject { { "state", live.State.ToString().ToLowerInvariant() } };
        }

        private async Task<JObject> WaitFor(JObject with)
        {
            TimeSpan within = TimeSpan.FromSeconds((double?)with["within"] ?? 20);
            if (with["event"] != null)
            {
                return await Events.WaitFor((string)with["event"], (int?)with["count"] ?? 1, within);
            }
            var watch = Stopwatch.StartNew();
            while ((string)State()["state"] != (string)with["state"])
            {
                if (watch.Elapsed > within)
                {
                    throw new UnexpectedOutcome("the state is " + live.State);
                }
                await Task.Delay(20);
            }
            return State();
        }

        private async Task<JObject> Sample(double seconds)
        {
            var watch = Stopwatch.StartNew();
            long first = live.Cost.Consumed;
            long last = first;
            long highest = first;
            int falls = 0;
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                await Task.Delay(50);
                long now = live.Cost.Consumed;
                falls += now < last ? 1 : 0;
                highest = Math.Max(highest, now);
                last = now;
            }
            return new JObject { { "first", first }, { "last", last }, { "highest", highest }, { "falls", falls } };
        }

        private static JObject Usage(List<UsageView> lines)
        {
            List<UsageView> chats = lines.Where(line => line.Action == "chat").ToList();
            return new JObject
            {
                { "lines", lines.Count },
                { "total", lines.Sum(line => line.Dof) },
                { "chats", chats.Count },
                { "duplicates", chats.GroupBy(line => line.Seq).Count(group => group.Count() > 1) },
            };
        }

        private static SearchFilter Filter(JObject with)
        {
            var filter = new SearchFilter { Q = (string)with["q"], Limit = (int?)with["limit"], SortBy = (string)with["sortBy"] };
            foreach (string each in (with["rank"] as JArray ?? new JArray()).Select(each => (string)each))
            {
                filter.Rank.Add(each);
            }
            return filter;
        }

        private static JObject Found(List<ListingCard> found)
        {
            return new JObject
            {
                { "count", found.Count },
                { "different", found.Select(each => each.ListingId).Distinct().Count() },
                { "ranks", new JArray(found.Select(each => each.Agent.Rank).Distinct()) },
            };
        }

        private async Task<JObject> Together(int calls, string what)
        {
            Task[] all = Enumerable.Range(0, calls)
                .Select(i => what == "profile" ? (Task)store.Profile.GetAsync() : store.Wallet.GetAsync())
                .ToArray();
            try
            {
                await Task.WhenAll(all);
            }
            catch (JigaException)
            {
                // Counted below.
            }
            int failed = all.Count(each => each.IsFaulted);
            return new JObject { { "succeeded", calls - failed }, { "failed", failed } };
        }

        private async Task<JObject> Verify(bool tampered)
        {
            string receipt = (await store.Sessions.ReceiptAsync(session.Id)).Jws;
            JsonWebKeys keys = await store.Receipts.KeysAsync();
            ReceiptClaims claims = Receipts.Verify(tampered ? Tampered(receipt) : receipt, keys);
            return new JObject { { "consumed", claims.Consumed }, { "sessionId", claims.SessionId } };
        }

        /// <summary>The same receipt with another figure in its claims.</summary>
        private static string Tampered(string receipt)
        {
            string[] parts = receipt.Split('.');
            string padded = parts[1].Replace('-', '+').Replace('_', '/').PadRight((parts[1].Length + 3) / 4 * 4, '=');
            JObject claims = Parsed.Object(Encoding.UTF8.GetString(Convert.FromBase64String(padded)));
            claims["consumed"] = (long)claims["consumed"] - 1;
            string changed = Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToString(Newtonsoft.Json.Formatting.None)));
            return parts[0] + "." + changed.TrimEnd('=').Replace('+', '-').Replace('/', '_') + "." + parts[2];
        }

        private static CallOptions Key(JObject with)
        {
            return with["idempotencyKey"] == null ? null : new CallOptions { IdempotencyKey = (string)with["idempotencyKey"] };
        }
    }
}
