using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>
    /// Plays the scenarios of sdk/conformance through the SDK's public surface and prints one table. Usage:
    /// Conformance.exe STORE FOLDER [NAME ...]: a store with a sandbox, the folder with proxy.py and json/, and names to play only these.
    /// </summary>
    internal static class Program
    {
        private const int AtOnce = 4;

        private static int Main(string[] arguments)
        {
            if (arguments.Length < 2)
            {
                Console.Error.WriteLine("Usage: Conformance.exe STORE FOLDER [NAME ...]");
                return 2;
            }
            ThreadPool.SetMinThreads(32, 32);
            return Play(arguments[0].TrimEnd('/'), arguments[1], arguments.Skip(2).ToList()).GetAwaiter().GetResult() ? 0 : 1;
        }

        private static async Task<bool> Play(string store, string folder, ICollection<string> names)
        {
            List<JObject> scenarios = Directory.GetFiles(Path.Combine(folder, "json"), "*.json")
                .OrderBy(file => file, StringComparer.Ordinal)
                .SelectMany(file => ((JArray)Parsed.Object(File.ReadAllText(file))["scenarios"]).Cast<JObject>())
                .Where(scenario => names.Count == 0 || names.Contains((string)scenario["name"]))
                .ToList();
            var second = new Lazy<Task<Player>>(() => Player.Register(store, 0));
            using (var slots = new SemaphoreSlim(AtOnce))
            {
                Task<string>[] outcomes = scenarios.Select(async scenario =>
                {
                    await slots.WaitAsync();
                    try
                    {
                        return await Scenario.Play(scenario, store, folder, second);
                    }
                    finally
                    {
                        slots.Release();
                    }
                }).ToArray();
                await Task.WhenAll(outcomes);
                return Print(scenarios, outcomes.Select(outcome => outcome.Result).ToList());
            }
        }

        private static bool Print(IList<JObject> scenarios, IList<string> failures)
        {
            int width = scenarios.Count == 0 ? 8 : scenarios.Max(scenario => ((string)scenario["name"]).Length);
            Console.WriteLine("scenario".PadRight(width) + " | result");
            for (int i = 0; i < scenarios.Count; i++)
            {
                string name = ((string)scenarios[i]["name"]).PadRight(width);
                Console.WriteLine(name + " | " + (failures[i] == null ? "passed" : "failed: " + failures[i]));
            }
            int failed = failures.Count(failure => failure != null);
            Console.WriteLine((scenarios.Count - failed) + " passed, " + failed + " failed");
            return failed == 0 && scenarios.Count > 0;
        }
    }
}
