using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>JSON whose times stay text.</summary>
    internal static class Parsed
    {
        internal static JObject Object(string text)
        {
            using (var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None })
            {
                return (JObject)JToken.ReadFrom(reader);
            }
        }
    }
}
