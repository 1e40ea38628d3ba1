using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;
using Jiga.Store.Types;

/// <summary>What the code of the documentation stands on: somebody who is signed in, and the names that it uses.</summary>
internal abstract class Fixture
{
    internal static readonly string Url = Environment.GetEnvironmentVariable("JIGA_URL") ?? "http://localhost:3000";
    protected static readonly CancellationToken cancel = CancellationToken.None;
    protected static readonly Subtitle subtitle = new Subtitle();
    protected static readonly YourServer yourServer = new YourServer();
    protected static JigaStore store;
    protected static LiveSession live;
    protected static string id;
    protected static string token = "a-player-token";

    internal sealed class Subtitle
    {
        internal string text = "";
    }

    /// <summary>A studio's server: it has the secret key, and makes its players' tokens.</summary>
    internal sealed class YourServer
    {
        internal JigaStore Store;
        private JigaStore studio;

        internal async Task<string> TokenAsync(CancellationToken stop)
        {
            if (studio == null)
            {
                KeyView key = await Store.ApiKeys.CreateAsync(
                    new ApiKeyRequest
                    {
                        Name = "game server",
                        Kind = "secret",
                        Mode = "test",
                        Scopes = new[] { "players", "hire", "wallet:write" },
                    },
                    stop);
                studio = new JigaStore(new JigaStoreOptions { BaseUrl = Url, ApiKey = key.Key });
                await studio.Wallet.AddTestFundsAsync(100000, stop);
            }
            var spendsOurs = new PlayerTokenRequest { DisplayName = "Ada", Spends = "studio", Cap = new CapRequest { Day = 50000 } };
            return (await studio.Players.CreateTokenAsync("steam-76561197960287930", spendsOurs, stop)).Token;
        }
    }

    /// <summary>Signs the demo's player in, and plays a session whose id the code can use.</summary>
    internal static async Task Begin()
    {
        store = new JigaStore(new JigaStoreOptions { BaseUrl = Url });
        yourServer.Store = store;
        await store.Auth.LoginAsync("player@demo.jiga.local", "try-the-store", cancel);
        using (Session session = await store.Marketplace.HireAsync("scout-observer-001", 1000, cancel))
        using (live = await session.ConnectAsync(cancel))
        {
            id = session.Id;
            await live.GameEventAsync("match_start", cancel);
            await live.EndAsync(cancel);
        }
    }
}

internal static class Program
{
    private static int Main()
    {
        Fixture.Begin().GetAwaiter().GetResult();
        foreach (KeyValuePair<string, Func<Task>> each in Blocks.Run)
        {
            Console.WriteLine("--- " + each.Key);
            each.Value().GetAwaiter().GetResult();
            Ended().GetAwaiter().GetResult();
        }
        Console.WriteLine("All of it ran.");
        return 0;
    }

    /// <summary>What a block left to Dispose is over before the next hires the same agent.</summary>
    private static async Task Ended()
    {
        await Blocks.NothingIsLive();
    }
}

internal sealed partial class Blocks
{
    internal static async Task NothingIsLive()
    {
        foreach (SessionView each in await store.Sessions.List().ToListAsync(cancel))
        {
            if (each.Status == "pending" || each.Status == "active" || each.Status == "paused")
            {
                await store.Sessions.EndAsync(each.Id, cancel);
            }
        }
    }
}
