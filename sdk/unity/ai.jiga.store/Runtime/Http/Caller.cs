using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Makes calls of the API: adds who calls, keeps the time, tries again what may be tried again, renews a token that has run out, and
    /// makes exceptions of refusals.
    /// </summary>
    internal sealed class Caller
    {
        private readonly JigaStoreOptions options;
        private readonly Credentials credentials;
        private readonly IHttpTransport transport;
        private readonly DeprecationNotices notices;

        internal Caller(JigaStoreOptions options, Credentials credentials, IHttpTransport transport, Home home, IClock clock)
        {
            this.options = options;
            this.credentials = credentials;
            this.transport = transport;
            Home = home;
            Clock = clock;
            notices = new DeprecationNotices(Log);
        }

        internal Home Home { get; private set; }
        internal IClock Clock { get; private set; }

        internal void Log(string line)
        {
            Action<string> logger = options.Logger;
            if (logger != null)
            {
                logger(Secrets.Hide(line));
            }
        }

        internal Task<T> Ask<T>(ApiCall call, Func<JObject, T> read, CallOptions how, CancellationToken cancel)
        {
            return Home.Run(async () =>
            {
                HttpReply reply = await Try(call, how ?? CallOptions.Default, cancel);
                return read(Json.Parse(reply.Body) ?? new JObject());
            });
        }

        internal Task Do(ApiCall call, CallOptions how, CancellationToken cancel)
        {
            return Ask(call, nothing => true, how, cancel);
        }

        private async Task<HttpReply> Try(ApiCall call, CallOptions how, CancellationToken cancel)
        {
            int most = how.MaxRetries ?? options.MaxRetries;
            bool renewed = false;
            for (int attempt = 1; ; attempt++)
            {
                cancel.ThrowIfCancellationRequested();
                string token = call.WithoutToken ? null : await credentials.Token(cancel);
                JigaException failure;
                TimeSpan? asked = null;
                try
                {
                    HttpReply reply = await Send(call, token, how, cancel);
                    if (reply.Status >= 200 && reply.Status < 300)
                    {
                        return reply;
                    }
                    asked = Retries.RetryAfter(reply.Header("Retry-After"), Clock.Now);
                    failure = Problem.OfAnswer(reply.Status, reply.Body, reply.Header("X-Request-Id")).AsException(asked);
                }
                catch (ConnectionException e)
                {
                    failure = e;
                }
                catch (JigaTimeoutException e)
                {
                    failure = e;
                }
                if (failure is AuthenticationException && !call.WithoutToken && !renewed && credentials.CanRenew)
                {
                    // A refused token means that nothing was done: whatever the call is, it may be made again.
                    await credentials.Renew(token, cancel);
                    renewed = true;
                    attempt--;
                    continue;
                }
                bool transient = !(failure is ApiException refusal) || Retries.IsTransient(refusal.Status);
                if (!transient || asked > Retries.LongestAsked || !call.Repeatable || attempt > most)
                {
                    throw failure;
                }
                TimeSpan wait = Retries.Wait(attempt, asked);
                Log(call.Method + " " + call.Path + " is tried again in " + (int)wait.TotalMilliseconds + " ms: " + failure.Message);
                await Clock.Delay(wait, cancel);
            }
        }

        private async Task<HttpReply> Send(ApiCall call, string token, CallOptions how, CancellationToken cancel)
        {
            TimeSpan timeout = how.Timeout ?? options.Timeout;
            using (var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel))
            {
                var request = new HttpCall(call.Method, options.BaseUrl + call.PathAndQuery, Headers(call, token), call.Body, call.ContentType);
                TimeSpan began = Clock.Elapsed;
                Task<HttpReply> sending = transport.SendAsync(request, stop.Token);
                bool inTime;
                try
                {
                    inTime = await Clock.Within(sending, timeout, cancel);
                }
                catch (OperationCanceledException)
                {
                    stop.Cancel();
                    throw;
                }
                if (!inTime)
                {
                    stop.Cancel();
                    throw new JigaTimeoutException(
                        call.Method + " " + call.Path + " was not answered within " + timeout.TotalSeconds + " s.");
                }
                HttpReply reply = await sending;
                Log(call.Method + " " + call.Path + " " + reply.Status + " in " + (int)(Clock.Elapsed - began).TotalMilliseconds + " ms");
                notices.Look(call.Method + " " + call.Path, reply);
                return reply;
            }
        }

        private IReadOnlyDictionary<string, string> Headers(ApiCall call, string token)
        {
            var headers = new Dictionary<string, string> { { "Accept", "application/json" } };
            // A browser does not let anybody set User-Agent.
#if UNITY_WEBGL && !UNITY_EDITOR
            headers["Jiga-Client"] = SdkVersion.ClientName;
#else
            headers["User-Agent"] = SdkVersion.ClientName;
            headers["Jiga-Client"] = SdkVersion.ClientName;
#endif
            if (token != null)
            {
                headers["Authorization"] = "Bearer " + token;
            }
            if (call.IdempotencyKey != null)
            {
                headers["Idempotency-Key"] = call.IdempotencyKey;
            }
            return headers;
        }
    }
}
