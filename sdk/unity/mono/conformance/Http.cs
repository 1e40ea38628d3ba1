using System;
using System.IO;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>Calls that are not the SDK's: to the proxy's control, and to pay a checkout.</summary>
    internal static class Http
    {
        internal static Task<JObject> Send(string method, string url, JToken body)
        {
            return Task.Run(() =>
            {
                var request = (HttpWebRequest)WebRequest.Create(url);
                request.Method = method;
                request.KeepAlive = false;
                if (body != null)
                {
                    byte[] bytes = Encoding.UTF8.GetBytes(body.ToString(Newtonsoft.Json.Formatting.None));
                    request.ContentType = "application/json";
                    using (Stream stream = request.GetRequestStream())
                    {
                        stream.Write(bytes, 0, bytes.Length);
                    }
                }
                try
                {
                    using (WebResponse response = request.GetResponse())
                    {
                        return Read(response);
                    }
                }
                catch (WebException e) when (e.Response != null)
                {
                    throw new InvalidOperationException(method + " " + url + ": " + e.Message + " " + Read(e.Response));
                }
            });
        }

        private static JObject Read(WebResponse response)
        {
            using (var reader = new StreamReader(response.GetResponseStream()))
            {
                string text = reader.ReadToEnd();
                return text.StartsWith("{", StringComparison.Ordinal) ? Parsed.Object(text) : new JObject();
            }
        }
    }
}
