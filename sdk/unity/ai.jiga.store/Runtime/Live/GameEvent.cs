using System.Collections;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Something that happened in the game: its kind, and members beside it (see docs/guides/game-events.md for those that the built-in
    /// coach knows).
    /// <example><code>
    /// await live.GameEventAsync(new GameEvent("kill") { { "weapon", "M4" }, { "zone", "B long" }, { "headshot", true } }, cancel);
    /// </code></example>
    /// </summary>
    public sealed class GameEvent : IEnumerable<string>
    {
        private readonly JObject data = new JObject();

        /// <summary>An event of this kind, such as <c>round_start</c>.</summary>
        public GameEvent(string kind)
        {
            data["kind"] = kind;
        }

        /// <summary>An event as it was recorded: its kind among its members.</summary>
        public static GameEvent Of(JObject recorded)
        {
            var read = new GameEvent(null);
            foreach (JProperty each in recorded.Properties())
            {
                read.data[each.Name] = each.Value.DeepClone();
            }
            return read;
        }

        /// <summary>Adds a member.</summary>
        public void Add(string name, string value)
        {
            data[name] = value;
        }

        /// <summary>Adds a member.</summary>
        public void Add(string name, long value)
        {
            data[name] = value;
        }

        /// <summary>Adds a member.</summary>
        public void Add(string name, double value)
        {
            data[name] = value;
        }

        /// <summary>Adds a member.</summary>
        public void Add(string name, bool value)
        {
            data[name] = value;
        }

        /// <summary>Adds a member of any shape.</summary>
        public void Add(string name, JToken value)
        {
            data[name] = value;
        }

        /// <summary>The names of its members.</summary>
        public IEnumerator<string> GetEnumerator()
        {
            foreach (JProperty each in data.Properties())
            {
                yield return each.Name;
            }
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }

        internal JObject ToJson()
        {
            return data;
        }
    }
}
