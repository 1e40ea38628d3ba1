using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>Plays one scenario with a player, a proxy and a client of its own.</summary>
    internal sealed class Scenario
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

        private readonly FaultProxy proxy;
        private readonly Actions actions;
        private readonly Dictionary<string, JObject> kept = new Dictionary<string, JObject>();

        private Scenario(FaultProxy proxy, Actions actions)
        {
            this.proxy = proxy;
            this.actions = actions;
        }

        /// <returns>null when all is as expected, else what is not</returns>
        internal static async Task<string> Play(JObject scenario, string store, string folder, Lazy<Task<Player>> second)
        {
            Player player = await Player.Register(store, (long?)scenario["wallet"] ?? 500000);
            try
            {
                using (var proxy = new FaultProxy(folder, store))
                using (var actions = new Actions(Client(scenario, proxy.Url, player), second))
                {
                    Task<string> playing = new Scenario(proxy, actions).Play((JArray)scenario["steps"]);
                    return await Task.WhenAny(playing, Task.Delay(Longest)) == playing ? await playing : "it took more than 60 s";
                }
            }
            catch (Exception e)
            {
                return e.ToString();
            }
            finally
            {
                await player.Leave();
            }
        }

        private static JigaStoreOptions Client(JObject scenario, string url, Player player)
        {
            var client = scenario["client"] as JObject ?? new JObject();
            return new JigaStoreOptions
            {
                BaseUrl = url,
                AccessToken = player.Tokens.AccessToken,
                RefreshToken = player.Tokens.RefreshToken,
                DeviceToken = player.Tokens.DeviceToken,
                MaxRetries = (int?)client["maxRetries"] ?? 2,
                Timeout = TimeSpan.FromSeconds((double?)client["timeout"] ?? 10),
            };
        }

        private async Task<string> Play(JArray steps)
        {
            for (int i = 0; i < steps.Count; i++)
            {
                try
                {
                    await Play((JObject)steps[i]);
                }
                catch (Exception e)
                {
                    string what = (string)steps[i]["do"] ?? ((JObject)steps[i]).Properties().First().Name;
                    return "step " + (i + 1) + " (" + what + "): " + (e is UnexpectedOutcome ? e.Message : e.ToString());
                }
            }
            return null;
        }

        private async Task Play(JObject step)
        {
            if (step["fault"] != null)
            {
                await proxy.Fault(step["fault"]);
            }
            else if (step["now"] != null)
            {
                await proxy.Now(step["now"]);
            }
            else if (step["check"] != null)
            {
                await proxy.Check(step["check"]);
            }
            else if (step["events"] != null)
            {
                actions.Events.Check((JObject)step["events"]);
            }
            else
            {
                await Act(step);
            }
        }

        private async Task Act(JObject step)
        {
            var expected = step["expect"] as JObject ?? new JObject();
            var wrong = expected["error"] as JObject;
            var matcher = new Expectation(kept);
            JObject outcome;
            try
            {
                outcome = await actions.Do((string)step["do"], step["with"] as JObject ?? new JObject(), (string)step["as"]);
            }
            catch (Exception e) when (wrong != null && !(e is UnexpectedOutcome))
            {
                string name = (string)wrong["type"];
                if (name != null && !Outcomes.Is(e, name))
                {
                    throw new UnexpectedOutcome("it failed otherwise than by " + name + ": " + e);
                }
                var members = (JObject)wrong.DeepClone();
                members.Remove("type");
                matcher.Match(members, Outcomes.Of(e), "error");
                return;
            }
            if (wrong != null)
            {
                throw new UnexpectedOutcome("it did not fail: " + outcome.ToString(Newtonsoft.Json.Formatting.None));
            }
            if (step["as"] != null)
            {
                kept[(string)step["as"]] = outcome;
            }
            matcher.Match(expected, outcome, (string)step["do"]);
        }
    }
}
