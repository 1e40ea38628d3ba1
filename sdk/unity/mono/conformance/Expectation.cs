using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>Something came out otherwise than a scenario says.</summary>
    internal sealed class UnexpectedOutcome : Exception
    {
        internal UnexpectedOutcome(string message) : base(message)
        {
        }
    }

    /// <summary>Compares an outcome with what a scenario expects: values, matchers, and what was kept under a name.</summary>
    internal sealed class Expectation
    {
        private static readonly string[] Matchers = { "atLeast", "atMost", "present", "contains" };

        private readonly IDictionary<string, JObject> kept;

        internal Expectation(IDictionary<string, JObject> kept)
        {
            this.kept = kept;
        }

        internal void Match(JObject expected, JObject outcome, string where)
        {
            foreach (JProperty each in expected.Properties())
            {
                Match(each.Value, outcome[each.Name], where + "." + each.Name);
            }
        }

        private void Match(JToken expected, JToken actual, string where)
        {
            if (expected is JObject o)
            {
                if (o.Properties().Any(each => Matchers.Contains(each.Name)))
                {
                    foreach (JProperty each in o.Properties())
                    {
                        Hold(each.Name, Known(each.Value), actual, where);
                    }
                    return;
                }
                var inner = actual as JObject;
                if (inner == null)
                {
                    throw new UnexpectedOutcome(where + " is " + Shown(actual));
                }
                Match(o, inner, where);
                return;
            }
            JToken wanted = Known(expected);
            if (!Same(wanted, actual))
            {
                throw new UnexpectedOutcome(where + " is " + Shown(actual) + ", not " + Shown(wanted));
            }
        }

        private static void Hold(string matcher, JToken bound, JToken actual, string where)
        {
            bool holds;
            switch (matcher)
            {
                case "atLeast":
                    holds = IsNumber(actual) && (double)actual >= (double)bound;
                    break;
                case "atMost":
                    holds = IsNumber(actual) && (double)actual <= (double)bound;
                    break;
                case "present":
                    holds = actual != null && actual.Type != JTokenType.Null && actual.ToString().Length > 0;
                    break;
                default:
                    holds = actual is JArray list
                        ? list.Any(each => Same(each, bound))
                        : actual != null && actual.ToString().Contains(bound.ToString());
                    break;
            }
            if (!holds)
            {
                throw new UnexpectedOutcome(where + " is " + Shown(actual) + ", not " + matcher + " " + Shown(bound));
            }
        }

        /// <summary>What <c>$name.member</c> stands for.</summary>
        private JToken Known(JToken value)
        {
            string text = value.Type == JTokenType.String ? (string)value : null;
            if (text == null || !text.StartsWith("$", StringComparison.Ordinal))
            {
                return value;
            }
            string[] path = text.Substring(1).Split('.');
            JToken found = kept[path[0]];
            foreach (string member in path.Skip(1))
            {
                found = found[member];
            }
            return found;
        }

        private static bool IsNumber(JToken value)
        {
            return value != null && (value.Type == JTokenType.Integer || value.Type == JTokenType.Float);
        }

        private static bool Same(JToken a, JToken b)
        {
            return IsNumber(a) && IsNumber(b) ? (double)a == (double)b : JToken.DeepEquals(a, b);
        }

        private static string Shown(JToken value)
        {
            return value == null ? "not there" : value.ToString(Newtonsoft.Json.Formatting.None);
        }
    }
}
