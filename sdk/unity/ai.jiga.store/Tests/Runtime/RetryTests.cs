using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class RetryTests
    {
        [Test]
        public void aHireWhoseAnswerIsLostIsMadeAgainUnderTheSameKey()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().LosesTheAnswer().Answers(503).Answers(201, "{\"sessionId\":\"s1\"}");
                Session session = await store.Client(loop).Marketplace.HireAsync("nova", 20000);
                Assert.That(session.Id, Is.EqualTo("s1"));
                Assert.That(store.Calls.Count, Is.EqualTo(3));
                Assert.That(store.Calls.Select(call => call.Headers["Idempotency-Key"]).Distinct().Count(), Is.EqualTo(1));
                Assert.That(store.Body(0), Is.EqualTo("{\"dofAllocation\":20000}"));
            });
        }

        [Test]
        public void twoHiresHaveTwoKeys()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                JigaStore client = store.Client(loop);
                await client.Marketplace.HireAsync("nova", 20000);
                await client.Marketplace.HireAsync("nova", 20000);
                Assert.That(store.Calls[0].Headers["Idempotency-Key"], Is.Not.EqualTo(store.Calls[1].Headers["Idempotency-Key"]));
            });
        }

        [Test]
        public void theCallersKeyWins()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                await store.Client(loop).Marketplace.HireAsync("nova", 20000, how: new CallOptions { IdempotencyKey = "match-1" });
                Assert.That(store.Calls[0].Headers["Idempotency-Key"], Is.EqualTo("match-1"));
            });
        }

        [Test]
        public void aSignInIsNeverMadeTwice()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().LosesTheAnswer();
                await Fails.With<ConnectionException>(store.Client(loop).Auth.LoginAsync("a@b.example", "secret words"));
                Assert.That(store.Calls.Count, Is.EqualTo(1));
            });
        }

        [Test]
        public void whatTheStoreRefusesForGoodIsNotAskedAgain()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Refuses(422, "ALLOCATION_TOO_SMALL");
                var e = await Fails.With<ValidationException>(store.Client(loop).Marketplace.HireAsync("nova", 1));
                Assert.That(e.Code, Is.EqualTo("ALLOCATION_TOO_SMALL"));
                Assert.That(e.Retryable, Is.False);
                Assert.That(store.Calls.Count, Is.EqualTo(1));
            });
        }

        [Test]
        public void theStoresOwnWordsComeOutWhenItStaysBusy()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Refuses(503, "UNAVAILABLE").Refuses(503, "UNAVAILABLE").Refuses(503, "UNAVAILABLE");
                var e = await Fails.With<ApiException>(store.Client(loop).Wallet.GetAsync());
                Assert.That(e.Code, Is.EqualTo("UNAVAILABLE"));
                Assert.That(store.Calls.Count, Is.EqualTo(3));
            });
        }

        [Test]
        public void retryAfterIsWaitedFor()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", "7");
                await store.Client(loop).Wallet.GetAsync();
                Assert.That(loop.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(7)));
                Assert.That(loop.Elapsed, Is.LessThan(TimeSpan.FromSeconds(9)));
            });
        }

        [Test]
        public void nobodyIsKeptWaitingForAnHour()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", "3600");
                var e = await Fails.With<RateLimitException>(store.Client(loop).Wallet.GetAsync());
                Assert.That(e.RetryAfter, Is.EqualTo(TimeSpan.FromHours(1)));
                Assert.That(loop.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)));
            });
        }

        [Test]
        public void aCallThatTakesTooLongFails()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().NeverAnswers();
                JigaStore client = store.Client(loop, o => { o.MaxRetries = 0; o.Timeout = TimeSpan.FromSeconds(3); });
                await Fails.With<JigaTimeoutException>(client.Wallet.GetAsync());
                Assert.That(loop.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(3)));
            });
        }

        [Test]
        public void aCallThatNobodyWantsAnyMoreIsCancelledAndNotMadeAgain()
        {
            Loop.Run(async loop =>
            {
                var stop = new CancellationTokenSource();
                CancellationToken seen = default(CancellationToken);
                var store = new PretendStore().Answers((call, cancel) =>
                {
                    seen = cancel;
                    return new TaskCompletionSource<HttpReply>().Task;
                });
                Task asking = store.Client(loop).Wallet.GetAsync(stop.Token);
                stop.Cancel();
                await Fails.With<OperationCanceledException>(asking);
                Assert.That(seen.IsCancellationRequested, Is.True);
                Assert.That(store.Calls.Count, Is.EqualTo(1));
            });
        }

        [Test]
        public void waitsGrowAndAreNeverTheSame()
        {
            var waits = Enumerable.Range(0, 50).Select(i => Retries.Wait(3, null)).ToList();
            Assert.That(waits.Min(), Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(waits.Max(), Is.LessThanOrEqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(waits.Distinct().Count(), Is.GreaterThan(40));
            Assert.That(Retries.Wait(1000, null), Is.LessThanOrEqualTo(TimeSpan.FromSeconds(8)));
        }

        [TestCase("120", 120)]
        [TestCase("Mon, 01 Jun 2026 12:01:00 GMT", 60)]
        [TestCase("Mon, 01 Jun 2026 11:00:00 GMT", 0)]
        public void retryAfterIsSecondsOrADate(string header, int seconds)
        {
            var now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
            Assert.That(Retries.RetryAfter(header, now), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        }

        [TestCase(null)]
        [TestCase("soon")]
        [TestCase("-5")]
        public void otherRetryAftersAreNone(string header)
        {
            Assert.That(Retries.RetryAfter(header, DateTimeOffset.UtcNow), Is.Null);
        }

        [Test]
        public void theSdkSaysWhoItIs()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                await store.Client(loop).Wallet.GetAsync();
                StringAssert.StartsWith("jiga-store-unity/" + SdkVersion.Number + " (", store.Calls[0].Headers["Jiga-Client"]);
                Assert.That(store.Calls[0].Url, Is.EqualTo("http://store.example/api/v1/profile/wallet"));
            });
        }

        [Test]
        public void thatSomethingWillGoIsSaidOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                store.Otherwise = call => new HttpReply(
                    200, "{}", new[] { new KeyValuePair<string, string>("sunset", "Sun, 30 Jun 2030 23:59:59 GMT") });
                JigaStore client = store.Client(loop);
                await client.Wallet.GetAsync();
                await client.Wallet.GetAsync();
                Assert.That(store.Log.Count(line => line.StartsWith("WARNING", StringComparison.Ordinal)), Is.EqualTo(1));
            });
        }
    }
}
