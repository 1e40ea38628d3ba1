#if !UNITY_5_3_OR_NEWER
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>For console programs and servers; in Unity, UnityWebRequest does it.</summary>
    internal sealed class HttpClientTransport : IHttpTransport, IDisposable
    {
        private readonly HttpClient client;

        internal HttpClientTransport()
        {
            var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
            // Each try has a time-out of its own, which the caller sets.
            client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        }

        public async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancel)
        {
            using (var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url))
            {
                foreach (KeyValuePair<string, string> each in call.Headers)
                {
                    request.Headers.TryAddWithoutValidation(each.Key, each.Value);
                }
                if (call.Body != null)
                {
                    request.Content = new ByteArrayContent(call.Body);
                    request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
                }
                try
                {
                    using (HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel))
                    {
                        string body = response.Content == null ? "" : await response.Content.ReadAsStringAsync();
                        return new HttpReply((int)response.StatusCode, body, HeadersOf(response));
                    }
                }
                catch (OperationCanceledException)
                {
                    cancel.ThrowIfCancellationRequested();
                    throw new ConnectionException("The connection to the store was given up: " + call);
                }
                catch (Exception e) when (!(e is JigaException))
                {
                    cancel.ThrowIfCancellationRequested();
                    throw new ConnectionException("The store could not be reached: " + call + " (" + Innermost(e).Message + ")", e);
                }
            }
        }

        public void Dispose()
        {
            client.Dispose();
        }

        private static IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response)
        {
            foreach (KeyValuePair<string, IEnumerable<string>> each in response.Headers)
            {
                yield return new KeyValuePair<string, string>(each.Key, string.Join(", ", each.Value));
            }
        }

        private static Exception Innermost(Exception e)
        {
            while (e.InnerException != null)
            {
                e = e.InnerException;
            }
            return e;
        }
    }
}
#endif
