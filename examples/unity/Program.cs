#if !UNITY_5_3_OR_NEWER
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;
using Jiga.Store.Types;

/// <summary>
/// Plays the recorded match on a console. Usage: Program.exe RECORDING [SECONDS]; the store is JIGA_URL, the player JIGA_EMAIL and
/// JIGA_PASSWORD, or the demo's.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("Usage: Program.exe RECORDING [SECONDS]");
            return 2;
        }
        using (var stop = new CancellationTokenSource())
        {
            Console.CancelKeyPress += (sender, e) =>
            {
                e.Cancel = true;
                stop.Cancel();
            };
            try
            {
                double seconds = arguments.Length > 1 ? double.Parse(arguments[1]) : 12;
                Play(arguments[0], TimeSpan.FromSeconds(seconds), stop.Token).GetAwaiter().GetResult();
                return 0;
            }
            catch (Exception e) when (e is JigaException || e is OperationCanceledException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        }
    }

    private static async Task Play(string recording, TimeSpan within, CancellationToken cancel)
    {
        using (var store = new JigaStore(new JigaStoreOptions { BaseUrl = Environment("JIGA_URL", "http://localhost:3000") }))
        {
            await store.Auth.LoginAsync(
                Environment("JIGA_EMAIL", "player@demo.jiga.local"), Environment("JIGA_PASSWORD", "try-the-store"), cancel);
            RecordedMatch match;
            using (var file = new StreamReader(recording))
            {
                match = new RecordedMatch(file);
            }
            var companion = new MatchCompanion(store, Console.WriteLine, Task.Delay);
            Bill bill = await companion.Play("nova-coordinator-001", 20000, match, within, cancel);
            await Show(store, bill, cancel);
        }
    }

    /// <summary>The bill, by what it is made of, against the receipt that the store has signed.</summary>
    private static async Task Show(JigaStore store, Bill bill, CancellationToken cancel)
    {
        Page<SessionView> latest = await store.Sessions.List(limit: 1).PageAsync(cancel);
        string id = latest.Items[0].Id;
        var sums = new System.Collections.Generic.SortedDictionary<string, long>(StringComparer.Ordinal);
        await store.Sessions.Usage(id, limit: 100).ForEachAsync(
            line =>
            {
                long before;
                sums.TryGetValue(line.Action, out before);
                sums[line.Action] = before + line.Dof;
            },
            cancel);
        Console.WriteLine();
        Console.WriteLine("The bill");
        foreach (var each in sums)
        {
            Console.WriteLine("  {0,-14}{1,8} DOF", each.Key, each.Value);
        }
        Console.WriteLine("  {0,-14}{1,8} DOF", "consumed", bill.Consumed);
        Console.WriteLine("  {0,-14}{1,8} DOF", "released", bill.Released);
        ReceiptClaims claims = await store.Receipts.VerifyAsync((await store.Sessions.ReceiptAsync(id, cancel)).Jws, cancel);
        Console.WriteLine("The receipt is signed by " + claims.Issuer + " and says " + claims.Consumed + " DOF.");
        if (claims.Consumed != bill.Consumed)
        {
            throw new JigaException("The receipt and the bill differ.");
        }
    }

    private static string Environment(string name, string otherwise)
    {
        string value = System.Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? otherwise : value;
    }
}
#endif
