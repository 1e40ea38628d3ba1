using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class CredentialsTests
    {
        private const string NewTokens = "{\"accessToken\":\"access-2\",\"refreshToken\":\"refresh-2\"}";

        /// <summary>Takes a moment over a refresh, so that others find the token expired meanwhile.</summary>
        private static PretendStore Expired(Loop loop)
        {
            var store = new PretendStore { Takes = call => Refreshes(call) ? loop.Delay(TimeSpan.FromSeconds(1), CancellationToken.None) : null };
            store.Otherwise = call =>
            {
                if (Refreshes(call))
                {
                    return new HttpReply(200, NewTokens);
                }
                bool good = call.Headers["Authorization"] == "Bearer access-2";
                return good ? new HttpReply(200, "{\"balance\":5}") : new HttpReply(401, "{\"code\":\"INVALID_TOKEN\"}");
            };
            return store;
        }

        private static bool Refreshes(HttpCall call)
        {
            return call.Url.EndsWith("/auth/refresh", StringComparison.Ordinal);
        }

        [Test]
        public void twentyCallsThatFindTheTokenExpiredMakeOneRefresh()
        {
            Loop.Run(async loop =>
            {
                PretendStore store = Expired(loop);
                JigaStore client = store.Client(loop, o => o.RefreshToken = "refresh-1");
                WalletView[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.Wallet.GetAsync()));
                Assert.That(all.All(wallet => wallet.Balance == 5), Is.True);
                Assert.That(store.Made.Count(call => call.EndsWith("refresh", StringComparison.Ordinal)), Is.EqualTo(1));
            });
        }

        [Test]
        public void newTokensAreHandedOutToBeKept()
        {
            Loop.Run(async loop =>
            {
                Tokens kept = null;
                JigaStore client = Expired(loop).Client(loop, o => { o.RefreshToken = "refresh-1"; o.TokensChanged = tokens => kept = tokens; });
                await client.Wallet.GetAsync();
                Assert.That(kept.RefreshToken, Is.EqualTo("refresh-2"));
            });
        }

        [Test]
        public void evenWhatMayNotBeRepeatedIsMadeAgainWithANewToken()
        {
            Loop.Run(async loop =>
            {
                PretendStore store = Expired(loop);
                await store.Client(loop, o => { o.RefreshToken = "refresh-1"; o.MaxRetries = 0; }).Marketplace.HireAsync("nova", 20000);
                Assert.That(store.Made.Count(call => call.EndsWith("hire", StringComparison.Ordinal)), Is.EqualTo(2));
            });
        }

        [Test]
        public void aRefreshThatWasRefusedIsNotTriedAgain()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                store.Otherwise = call => new HttpReply(401, "{\"code\":\"INVALID_TOKEN\"}");
                JigaStore client = store.Client(loop, o => o.RefreshToken = "refresh-1");
                await Fails.With<AuthenticationException>(client.Wallet.GetAsync());
                await Fails.With<AuthenticationException>(client.Wallet.GetAsync());
                Assert.That(store.Made.Count(call => call.EndsWith("refresh", StringComparison.Ordinal)), Is.EqualTo(1));
            });
        }

        [Test]
        public void aRefreshWhoseAnswerIsLostIsNotMadeAgain()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Refuses(401, "INVALID_TOKEN").LosesTheAnswer();
                await Fails.With<ConnectionException>(store.Client(loop, o => o.RefreshToken = "refresh-1").Wallet.GetAsync());
                Assert.That(store.Calls.Count, Is.EqualTo(2));
            });
        }

        [Test]
        public void theDeviceThatSignedInMayAskAgainForTheAnswerThatItLost()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Refuses(401, "INVALID_TOKEN").LosesTheAnswer().Answers(200, NewTokens);
                JigaStore client = store.Client(loop, o => { o.RefreshToken = "refresh-1"; o.DeviceToken = "device-1"; });
                await client.Wallet.GetAsync();
                Assert.That(store.Body(2), Is.EqualTo("{\"refreshToken\":\"refresh-1\",\"deviceToken\":\"device-1\"}"));
                Assert.That(store.Body(1), Is.EqualTo(store.Body(2)));
            });
        }

        [Test]
        public void aCallIsMadeByOne()
        {
            foreach (JigaStoreOptions both in new[]
            {
                new JigaStoreOptions { ApiKey = "jiga_pub_live_abc", PlayerToken = "player-1" },
                new JigaStoreOptions { ApiKey = "jiga_pub_live_abc", AccessToken = "access-1" },
                new JigaStoreOptions { PlayerTokenProvider = stop => null, AccessToken = "access-1" },
            })
            {
                Assert.Throws<JigaException>(() => new JigaStore(both));
            }
        }

        [Test]
        public void oneWhoCancelsDoesNotTakeTheRefreshFromTheOthers()
        {
            Loop.Run(async loop =>
            {
                var answer = new TaskCompletionSource<HttpReply>();
                var store = Expired(loop);
                store.Answers(401).Answers((call, cancel) => answer.Task);
                var stop = new CancellationTokenSource();
                JigaStore client = store.Client(loop, o => o.RefreshToken = "refresh-1");
                Task first = client.Wallet.GetAsync(stop.Token);
                Task second = client.Wallet.GetAsync();
                await loop.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
                stop.Cancel();
                await Fails.With<OperationCanceledException>(first);
                answer.SetResult(new HttpReply(200, NewTokens));
                await second;
                Assert.That(store.Calls.Last().Headers["Authorization"], Is.EqualTo("Bearer access-2"));
            });
        }

        [Test]
        public void aGamesServerIsAskedForAPlayerTokenWhenItIsNeeded()
        {
            Loop.Run(async loop =>
            {
                int asked = 0;
                var store = new PretendStore().Answers(200).Refuses(401, "INVALID_TOKEN");
                JigaStore client = store.Client(loop, o =>
                {
                    o.AccessToken = null;
                    o.PlayerTokenProvider = cancel => Task.FromResult("player-" + ++asked);
                });
                await client.Wallet.GetAsync();
                await client.Wallet.GetAsync();
                Assert.That(
                    store.Calls.Select(call => call.Headers["Authorization"]),
                    Is.EqualTo(new[] { "Bearer player-1", "Bearer player-1", "Bearer player-2" }));
            });
        }

        [Test]
        public void aPlayerWhoClaimsAnAccountGoesOnWithIt()
        {
            Loop.Run(async loop =>
            {
                int asked = 0;
                var store = new PretendStore().Answers(200, NewTokens).Refuses(401, "INVALID_TOKEN").Answers(200, NewTokens);
                JigaStore client = store.Client(loop, o =>
                {
                    o.AccessToken = null;
                    o.PlayerTokenProvider = cancel => Task.FromResult("player-" + ++asked);
                });
                await client.Players.ClaimAsync(new ClaimRequest { Email = "a@b.example", Password = "secret words" });
                await client.Wallet.GetAsync();
                Assert.That(store.Calls[0].Headers["Authorization"], Is.EqualTo("Bearer player-1"));
                Assert.That(store.Calls[1].Headers["Authorization"], Is.EqualTo("Bearer access-2"));
                Assert.That(store.Made[2], Is.EqualTo("POST /api/v1/auth/refresh"), "an account renews its own token");
                Assert.That(asked, Is.EqualTo(1));
            });
        }

        [Test]
        public void whoHasNoPlayerLooksAroundWithAPublishableKey()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                await store.Client(loop, o => { o.AccessToken = null; o.ApiKey = "jiga_pub_live_abc"; }).Marketplace.Browse().PageAsync();
                Assert.That(store.Calls[0].Headers["Authorization"], Is.EqualTo("Bearer jiga_pub_live_abc"));
            });
        }

        [Test]
        public void signingInCallsAsThatUserFromThenOn()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, NewTokens);
                JigaStore client = store.Client(loop, o => o.AccessToken = null);
                await client.Auth.LoginAsync("a@b.example", "secret words");
                await client.Wallet.GetAsync();
                Assert.That(store.Calls[0].Headers.ContainsKey("Authorization"), Is.False);
                Assert.That(store.Calls[1].Headers["Authorization"], Is.EqualTo("Bearer access-2"));
            });
        }

        [Test]
        public void aClientWithOtherOptionsSharesTheSignIn()
        {
            Loop.Run(async loop =>
            {
                PretendStore store = Expired(loop);
                JigaStore client = store.Client(loop, o => o.RefreshToken = "refresh-1");
                await client.WithOptions(o => o.Timeout = TimeSpan.FromMinutes(2)).Wallet.GetAsync();
                await client.Wallet.GetAsync();
                Assert.That(store.Made.Count(call => call.EndsWith("refresh", StringComparison.Ordinal)), Is.EqualTo(1));
            });
        }
    }
}
