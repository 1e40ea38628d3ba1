using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>What a live session told, in its order.</summary>
    internal sealed class Recording
    {
        private readonly List<KeyValuePair<string, JObject>> told = new List<KeyValuePair<string, JObject>>();

        internal void Follow(LiveSession live)
        {
            live.Started += frame => Add("started", frame.Data);
            live.Response += part =>
            {
                Add("response", part.Frame.Data);
                if (part.Done)
                {
                    Add("response.done", part.Frame.Data);
                }
            };
            live.DofUpdate += frame => Add("dofUpdate", frame.Data);
            live.Detected += frame => Add("detected", frame.Data);
            live.Warning += frame => Add("warning", frame.Data);
            live.Reconnecting += line => Add("reconnecting", new JObject { { "code", line.Code } });
            live.Reconnected += line => Add("reconnected", new JObject { { "resumedFromSeq", line.ResumedFromSeq } });
            live.Ended += bill => Add("ended", Outcomes.Of(bill));
            live.Error += error => Add("error", Outcomes.Of(error));
            live.Unknown += frame => Add("unknown", frame.Raw);
        }

        internal async Task<JObject> WaitFor(string name, int count, TimeSpan within)
        {
            var watch = Stopwatch.StartNew();
            while (true)
            {
                List<JObject> found = All(name);
                if (found.Count >= count)
                {
                    return found[found.Count - 1];
                }
                if (watch.Elapsed > within)
                {
                    throw new UnexpectedOutcome(name + " was told " + found.Count + " times in " + within.TotalSeconds + " s, not " + count);
                }
                await Task.Delay(20);
            }
        }

        internal void Check(JObject expected)
        {
            List<string> names = Names();
            int at = 0;
            foreach (JToken each in expected["order"] as JArray ?? new JArray())
            {
                int found = names.IndexOf((string)each, at);
                if (found < 0)
                {
                    throw new UnexpectedOutcome("after " + at + " events no " + each + " came: " + string.Join(", ", names));
                }
                at = found + 1;
            }
            foreach (JToken each in expected["never"] as JArray ?? new JArray())
            {
                if (names.Contains((string)each))
                {
                    throw new UnexpectedOutcome(each + " came: " + All((string)each)[0].ToString(Newtonsoft.Json.Formatting.None));
                }
            }
            foreach (JProperty each in (expected["count"] as JObject ?? new JObject()).Properties())
            {
                int count = All(each.Name).Count;
                if (count != (int)each.Value)
                {
                    throw new UnexpectedOutcome(each.Name + " came " + count + " times, not " + each.Value);
                }
            }
        }

        private void Add(string name, JObject data)
        {
            lock (told)
            {
                told.Add(new KeyValuePair<string, JObject>(name, data));
            }
        }

        private List<JObject> All(string name)
        {
            lock (told)
            {
                return told.Where(each => each.Key == name).Select(each => each.Value).ToList();
            }
        }

        private List<string> Names()
        {
            lock (told)
            {
                return told.Select(each => each.Key).ToList();
            }
        }
    }
}
