using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Types
{
    /// <summary>
    /// Reads members of JSON by name and by hand. What is missing, or is of another kind than expected, is the kind's nothing: an old
    /// client goes on when a store of tomorrow says something else.
    /// </summary>
    internal static class Members
    {
        internal static JToken Token(JObject from, string name)
        {
            JToken value = from == null ? null : from[name];
            return value == null || value.Type == JTokenType.Null || value.Type == JTokenType.Undefined ? null : value;
        }

        internal static JObject Object(JObject from, string name)
        {
            return Token(from, name) as JObject;
        }

        internal static string Text(JObject from, string name)
        {
            return TextOf(Token(from, name));
        }

        internal static long? MaybeLong(JObject from, string name)
        {
            return LongOf(Token(from, name));
        }

        internal static long Long(JObject from, string name)
        {
            return MaybeLong(from, name) ?? 0;
        }

        internal static double? MaybeDouble(JObject from, string name)
        {
            JToken value = Token(from, name);
            bool number = value != null && (value.Type == JTokenType.Integer || value.Type == JTokenType.Float);
            return number ? Convert.ToDouble(((JValue)value).Value, CultureInfo.InvariantCulture) : (double?)null;
        }

        internal static double Double(JObject from, string name)
        {
            return MaybeDouble(from, name) ?? 0;
        }

        internal static bool? MaybeBool(JObject from, string name)
        {
            JToken value = Token(from, name);
            return value != null && value.Type == JTokenType.Boolean ? (bool)value : (bool?)null;
        }

        internal static bool Bool(JObject from, string name)
        {
            return MaybeBool(from, name) ?? false;
        }

        internal static DateTimeOffset? MaybeTime(JObject from, string name)
        {
            return TimeOf(Token(from, name));
        }

        internal static DateTimeOffset Time(JObject from, string name)
        {
            return MaybeTime(from, name) ?? default(DateTimeOffset);
        }

        internal static T One<T>(JObject from, string name, Func<JObject, T> read) where T : class
        {
            JObject value = Object(from, name);
            return value == null ? null : read(value);
        }

        internal static IReadOnlyList<T> Many<T>(JObject from, string name, Func<JObject, T> read)
        {
            return List(from, name, value => value is JObject o ? read(o) : default(T));
        }

        internal static IReadOnlyList<string> TextList(JObject from, string name)
        {
            return List(from, name, TextOf);
        }

        internal static IReadOnlyList<long> LongList(JObject from, string name)
        {
            return List(from, name, value => LongOf(value) ?? 0);
        }

        internal static IReadOnlyList<JToken> TokenList(JObject from, string name)
        {
            return List(from, name, value => value);
        }

        internal static IReadOnlyList<JObject> ObjectList(JObject from, string name)
        {
            return List(from, name, value => value as JObject);
        }

        internal static IReadOnlyDictionary<string, string> Texts(JObject from, string name)
        {
            var texts = new Dictionary<string, string>();
            JObject value = Object(from, name);
            if (value != null)
            {
                foreach (JProperty each in value.Properties())
                {
                    texts[each.Name] = TextOf(each.Value);
                }
            }
            return texts;
        }

        private static IReadOnlyList<T> List<T>(JObject from, string name, Func<JToken, T> read)
        {
            var list = new List<T>();
            if (Token(from, name) is JArray array)
            {
                foreach (JToken each in array)
                {
                    T value = read(each);
                    if (value != null)
                    {
                        list.Add(value);
                    }
                }
            }
            return list;
        }

        private static string TextOf(JToken value)
        {
            if (value == null || value.Type == JTokenType.Null)
            {
                return null;
            }
            return value is JValue simple ? Convert.ToString(simple.Value, CultureInfo.InvariantCulture) : null;
        }

        private static long? LongOf(JToken value)
        {
            return value != null && value.Type == JTokenType.Integer && ((JValue)value).Value is long number ? number : (long?)null;
        }

        private static DateTimeOffset? TimeOf(JToken value)
        {
            DateTimeOffset time;
            string text = TextOf(value);
            bool read = DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
            return text != null && read ? time : (DateTimeOffset?)null;
        }
    }
}
