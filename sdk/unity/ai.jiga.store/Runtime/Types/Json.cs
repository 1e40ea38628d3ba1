using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Types
{
    /// <summary>JSON in and out, with what Newtonsoft 6 and Unity's 13 share.</summary>
    internal static class Json
    {
        /// <summary>Reads an object; times stay text, for a time that is read and written again is another text.</summary>
        /// <returns>null when it is no JSON object</returns>
        internal static JObject Parse(string text)
        {
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }
            try
            {
                using (var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None })
                {
                    return JToken.ReadFrom(reader) as JObject;
                }
            }
            catch (JsonException)
            {
                return null;
            }
        }

        internal static string Text(JToken json)
        {
            return json.ToString(Formatting.None);
        }
    }
}
