using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Tests
{
    /// <summary>Answers calls as a test says, and remembers them. For faults that no real store would show when it is asked to.</summary>
    internal sealed class PretendStore : IHttpTransport
    {
        private readonly Queue<Func<HttpCall, CancellationToken, Task<HttpReply>>> answers =
            new Queue<Func<HttpCall, CancellationToken, Task<HttpReply>>>();

        internal readonly List<HttpCall> Calls = new List<HttpCall>();
        internal readonly List<PretendSocket> Sockets = new List<PretendSocket>();
        internal readonly List<string> Log = new List<string>();

        /// <summary>Answers what no other answer was prepared for.</summary>
        internal Func<HttpCall, HttpReply> Otherwise = call => new HttpReply(200, "{}");

        /// <summary>What a call waits for before it is answered; null is nothing.</summary>
        internal Func<HttpCall, Task> Takes = call => null;

        internal PretendStore Answers(int status, string body = "{}", params string[] headers)
        {
            var pairs = new List<KeyValuePair<string, string>>();
            for (int i = 0; i < headers.Length; i += 2)
            {
                pairs.Add(new KeyValuePair<string, string>(headers[i], headers[i + 1]));
            }
            return Answers((call, cancel) => Task.FromResult(new HttpReply(status, body, pairs)));
        }

        internal PretendStore Refuses(int status, string code, string more = "")
        {
            return Answers(status, "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"Do this.\"" + more + "}");
        }

        internal PretendStore LosesTheAnswer()
        {
            return Answers((call, cancel) => { throw new ConnectionException("cut"); });
        }

        internal PretendStore NeverAnswers()
        {
            return Answers((call, cancel) => new TaskCompletionSource<HttpReply>().Task);
        }

        internal PretendStore Answers(Func<HttpCall, CancellationToken, Task<HttpReply>> answer)
        {
            answers.Enqueue(answer);
            return this;
        }

        public async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancel)
        {
            Calls.Add(call);
            if (answers.Count > 0)
            {
                return await answers.Dequeue()(call, cancel);
            }
            Task moment = Takes(call);
            if (moment != null)
            {
                await moment;
            }
            return Otherwise(call);
        }

        internal JigaStore Client(Loop loop, Action<JigaStoreOptions> change = null)
        {
            var options = new JigaStoreOptions
            {
                BaseUrl = "http://store.example/",
                AccessToken = "access-1",
                Transport = this,
                SocketFactory = () =>
                {
                    var socket = new PretendSocket();
                    Sockets.Add(socket);
                    return socket;
                },
                Clock = loop,
                Logger = Log.Add,
            };
            if (change != null)
            {
                change(options);
            }
            return new JigaStore(options);
        }

        /// <summary>A live session whose line is open and greeted.</summary>
        internal async Task<LiveSession> Live(Loop loop, Action<JigaStoreOptions> change = null, bool keep = false)
        {
            Otherwise = call => new HttpReply(
                200, "{\"websocketUrl\":\"ws://store.example/ws/session/s1\",\"ticket\":\"t" + Calls.Count + "\",\"protocols\":[]}");
            Task<LiveSession> connecting = Client(loop, change).Sessions.ConnectAsync("s1", keep: keep);
            await Line(loop, 1);
            Sockets[0].Greets(0);
            return await connecting;
        }

        /// <summary>Waits until so many lines were opened.</summary>
        internal async Task Line(Loop loop, int count)
        {
            while (Sockets.Count < count)
            {
                await loop.Delay(TimeSpan.FromMilliseconds(10), CancellationToken.None);
            }
        }

        internal string Body(int call)
        {
            return Calls[call].Body == null ? null : Encoding.UTF8.GetString(Calls[call].Body);
        }

        internal IList<string> Made
        {
            get { return Calls.Select(call => call.Method + " " + new Uri(call.Url).AbsolutePath).ToList(); }
        }
    }

    /// <summary>The store's end of a line.</summary>
    internal sealed class PretendSocket : ILiveSocket
    {
        internal readonly List<JObject> Sent = new List<JObject>();
        internal int? Left;
        internal bool Disposed;
        internal Uri Address;

        public event Action<string> Received;

        public event Action<int, string> Closed;

        public Task OpenAsync(Uri address, string protocol, CancellationToken cancel)
        {
            Address = address;
            return Task.FromResult(true);
        }

        public void Send(string text)
        {
            Sent.Add(Json.Parse(text));
        }

        public void Close(int code, string reason)
        {
            Left = code;
        }

        public void Dispose()
        {
            Disposed = true;
        }

        internal void Says(string frame)
        {
            Received(frame.Replace('\'', '"'));
        }

        internal void Greets(long resumedFrom, long consumed = 0, string status = "active")
        {
            Says("{'type':'session_started','data':{'sessionId':'s1','status':'" + status + "','dof':{'allocated':20000,'consumed':" + consumed
                + ",'remaining':" + (20000 - consumed) + ",'rate':3600},'resumedFromSeq':" + resumedFrom
                + ",'limits':{'messageBytes':2000,'imageBytes':1000}}}");
        }

        internal void Answers(long seq, string text, long cost = 100, string more = "")
        {
            Says("{'type':'agent_response','seq':" + seq + ",'data':{'text':'" + text + "','done':true,'dofConsumed':" + cost + more + "}}");
        }

        internal void AnswersInPart(long seq, string text)
        {
            Says("{'type':'agent_response','seq':" + seq + ",'data':{'text':'" + text + "','done':false}}");
        }

        internal void Refuses(long seq, string code, string more = "")
        {
            Says("{'type':'error','seq':" + seq + ",'data':{'code':'" + code + "','message':'No.','accepted':false,'done':true,'dofConsumed':0" + more + "}}");
        }

        internal void Updates(long consumed, bool paused = false)
        {
            Says("{'type':'dof_update','data':{'consumed':" + consumed + ",'remaining':" + (20000 - consumed) + ",'rate':3600,'paused':"
                + (paused ? "true" : "false") + ",'estimatedTimeRemaining':1000}}");
        }

        internal void Pongs()
        {
            Says("{'type':'pong','data':{}}");
        }

        internal void Ends(long consumed, string reason = "ended_by_player")
        {
            Says("{'type':'session_ended','data':{'reason':'" + reason + "','consumed':" + consumed + ",'released':" + (20000 - consumed) + "}}");
        }

        internal void SaysNonsense()
        {
            Received("not json");
        }

        internal void Breaks(int code = 1006, string reason = "")
        {
            Closed(code, reason);
        }

        /// <summary>What was sent that is no ping, as <c>type seq text</c>.</summary>
        internal IList<string> Said
        {
            get
            {
                return Sent.Where(frame => (string)frame["type"] != "ping")
                    .Select(frame => (frame["type"] + " " + frame["seq"] + " " + ((frame["data"] as JObject ?? new JObject())["text"] ?? "")).Trim())
                    .ToList();
            }
        }
    }
}
