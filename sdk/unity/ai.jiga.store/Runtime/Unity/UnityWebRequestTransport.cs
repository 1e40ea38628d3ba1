#if UNITY_5_3_OR_NEWER
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using UnityEngine.Networking;

namespace Jiga.Store
{
    /// <summary>Unity's own HTTP, the only one that works on every platform of it. Belongs to the main thread.</summary>
    internal sealed class UnityWebRequestTransport : IHttpTransport
    {
        public async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            using (var request = new UnityWebRequest(call.Url, call.Method))
            {
                request.downloadHandler = new DownloadHandlerBuffer();
                request.redirectLimit = 0;
                if (call.Body != null)
                {
                    request.uploadHandler = new UploadHandlerRaw(call.Body) { contentType = call.ContentType };
                }
                foreach (KeyValuePair<string, string> each in call.Headers)
                {
                    request.SetRequestHeader(each.Key, each.Value);
                }
                var done = new TaskCompletionSource<bool>();
                SynchronizationContext main = SynchronizationContext.Current;
                // Whoever cancels may be anywhere; a request is aborted on the main thread only, and not when it is gone.
                using (cancel.Register(() => main.Post(nothing => AbortUnless(done.Task.IsCompleted, request), null)))
                {
                    request.SendWebRequest().completed += operation => done.TrySetResult(true);
                    await done.Task;
                }
                cancel.ThrowIfCancellationRequested();
                if (request.responseCode == 0)
                {
                    throw new ConnectionException("The store could not be reached: " + call + " (" + request.error + ")");
                }
                return new HttpReply((int)request.responseCode, request.downloadHandler.text, request.GetResponseHeaders());
            }
        }

        private static void AbortUnless(bool isOver, UnityWebRequest request)
        {
            if (!isOver)
            {
                request.Abort();
            }
        }
    }
}
#endif
