using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// Carries one HTTP request. UnityWebRequest does it in Unity, HttpClient elsewhere; give one of your own in
    /// <see cref="JigaStoreOptions.Transport"/>.
    /// <example><code>
    /// IHttpTransport mine = null;                     // yours, such as one that goes through your own proxy
    /// var other = store.WithOptions(o => o.Transport = mine);
    /// </code></example>
    /// </summary>
    public interface IHttpTransport
    {
        /// <summary>
        /// Asks once, without following a failure up. Any answer is a reply, whatever its status; throws
        /// <see cref="ConnectionException"/> when there is none.
        /// </summary>
        Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancel);
    }

    /// <summary>
    /// One request as it goes over the wire.
    /// <example><code>
    /// Func&lt;HttpCall, string> describe = call => call.Method + " " + call.Url;
    /// </code></example>
    /// </summary>
    public sealed class HttpCall
    {
        internal HttpCall(string method, string url, IReadOnlyDictionary<string, string> headers, byte[] body, string contentType)
        {
            Method = method;
            Url = url;
            Headers = headers;
            Body = body;
            ContentType = contentType;
        }

        /// <summary>Such as <c>GET</c>.</summary>
        public string Method { get; private set; }

        /// <summary>The whole address.</summary>
        public string Url { get; private set; }

        /// <summary>Everything but the content's type. Holds the caller's token: do not log it.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; private set; }

        /// <summary>Null where there is none.</summary>
        public byte[] Body { get; private set; }

        /// <summary>Null where there is no body.</summary>
        public string ContentType { get; private set; }

        /// <summary>What is asked, without what is secret.</summary>
        public override string ToString()
        {
            return Method + " " + Secrets.Hide(Url);
        }
    }

    /// <summary>
    /// What came back.
    /// <example><code>
    /// var reply = new HttpReply(200, "{}", new Dictionary&lt;string, string> { { "ETag", "\"1\"" } });
    /// Console.WriteLine(reply.Status + " " + reply.Header("etag"));
    /// </code></example>
    /// </summary>
    public sealed class HttpReply
    {
        private readonly Dictionary<string, string> headers =
            new Dictionary<string, string>(System.StringComparer.OrdinalIgnoreCase);

        /// <summary>Names of headers are the same in any case.</summary>
        public HttpReply(int status, string body, IEnumerable<KeyValuePair<string, string>> headers = null)
        {
            Status = status;
            Body = body ?? "";
            foreach (KeyValuePair<string, string> each in headers ?? new KeyValuePair<string, string>[0])
            {
                this.headers[each.Key] = each.Value;
            }
        }

        /// <summary>The HTTP status.</summary>
        public int Status { get; private set; }

        /// <summary>As text; empty where there is none.</summary>
        public string Body { get; private set; }

        /// <summary>A header's value, or null.</summary>
        public string Header(string name)
        {
            string value;
            return headers.TryGetValue(name, out value) ? value : null;
        }

        /// <summary>The status alone: the body may hold a token.</summary>
        public override string ToString()
        {
            return "HTTP " + Status;
        }
    }
}
