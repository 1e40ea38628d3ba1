using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Types
{
    /// <summary>Puts into JSON what was filled in, and leaves out what was not.</summary>
    internal static class Write
    {
        internal static void Put(JObject into, string name, JToken value)
        {
            if (value != null)
            {
                into[name] = value;
            }
        }

        internal static void Put(JObject into, string name, string value)
        {
            if (value != null)
            {
                into[name] = new JValue(value);
            }
        }

        internal static void Put(JObject into, string name, long? value)
        {
            if (value != null)
            {
                into[name] = new JValue(value.Value);
            }
        }

        internal static void Put(JObject into, string name, double? value)
        {
            if (value != null)
            {
                into[name] = new JValue(value.Value);
            }
        }

        internal static void Put(JObject into, string name, bool? value)
        {
            if (value != null)
            {
                into[name] = new JValue(value.Value);
            }
        }

        internal static void Put(JObject into, string name, DateTimeOffset? value)
        {
            if (value != null)
            {
                into[name] = new JValue(Instant(value.Value));
            }
        }

        internal static void Put(JObject into, string name, IEnumerable<string> values)
        {
            Put(into, name, (JToken)All(values, value => new JValue(value)));
        }

        internal static void Put(JObject into, string name, IDictionary<string, string> values)
        {
            if (values != null)
            {
                var json = new JObject();
                foreach (KeyValuePair<string, string> each in values)
                {
                    json[each.Key] = each.Value;
                }
                into[name] = json;
            }
        }

        internal static JArray All<T>(IEnumerable<T> values, Func<T, JToken> write)
        {
            if (values == null)
            {
                return null;
            }
            var array = new JArray();
            foreach (T value in values)
            {
                array.Add(write(value));
            }
            return array;
        }

        /// <summary>ISO 8601 in UTC.</summary>
        internal static string Instant(DateTimeOffset value)
        {
            return value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        }
    }
}
