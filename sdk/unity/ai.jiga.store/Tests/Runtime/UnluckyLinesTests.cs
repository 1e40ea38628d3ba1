using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    /// <summary>
    /// Lines that break at any moment, on a store that keeps the protocol of docs/api/asyncapi.yaml: whatever happens, each thing said has one
    /// answer and one price, in the order in which it was said.
    /// </summary>
    public sealed class UnluckyLinesTests
    {
        [Test]
        public void eachThingSaidHasOneAnswerAndOnePrice([Range(1, 150)] int seed)
        {
            Loop.Run(loop => Play(loop, new Random(seed)));
        }

        private static async Task Play(Loop loop, Random chance)
        {
            var store = new PretendStore();
            var session = new PretendSession(chance);
            LiveSession live = await store.Live(loop);
            session.Serves(store.Sockets[0]);
            var heard = new Dictionary<long, string>();
            live.Response += part => heard[part.Seq] = (heard.ContainsKey(part.Seq) ? heard[part.Seq] : "") + part.Text;

            int count = chance.Next(1, 90);
            var said = new List<KeyValuePair<string, Task<Answer>>>();
            while (said.Count < count || said.Any(each => !each.Value.IsCompleted))
            {
                for (int i = chance.Next(4); i > 0 && said.Count < count; i--)
                {
                    string text = (chance.Next(8) == 0 ? "refuse " : "say ") + said.Count;
                    said.Add(new KeyValuePair<string, Task<Answer>>(text, live.SayAsync(text)));
                }
                await loop.Delay(TimeSpan.FromMilliseconds(chance.Next(30)), CancellationToken.None);
                PretendSocket line = store.Sockets.Last();
                if (session.IsAway)
                {
                    if (session.Line != line)
                    {
                        line.Greets(session.LastSeq);
                        session.Serves(line);
                    }
                    continue;
                }
                session.Works();
                if (chance.Next(25) == 0)
                {
                    session.Breaks();
                }
            }

            var accepted = new List<string>();
            foreach (KeyValuePair<string, Task<Answer>> each in said)
            {
                if (each.Key.StartsWith("refuse", StringComparison.Ordinal))
                {
                    await Fails.With<ValidationException>(each.Value);
                    continue;
                }
                accepted.Add(each.Key);
                Answer answer = await each.Value;
                Assert.That(answer.Text, Is.EqualTo("to " + each.Key + ", yes"));
                Assert.That(heard[answer.Seq], Is.EqualTo(answer.Text));
                Assert.That(answer.Seq, Is.EqualTo(accepted.Count));
            }
            Assert.That(session.Charged, Is.EqualTo(accepted), "in their order, and each once");
            Assert.That(session.Surprised, Is.Null);
        }
    }

    /// <summary>The store's side of a session: accepts what has the next number, remembers what it answered, and loses lines.</summary>
    internal sealed class PretendSession
    {
        private readonly Random chance;
        private readonly List<string> flush = new List<string>();
        private int taken;

        internal readonly List<string> Charged = new List<string>();
        internal PretendSocket Line;
        internal bool IsAway = true;
        internal string Surprised;

        internal PretendSession(Random chance)
        {
            this.chance = chance;
        }

        internal long LastSeq
        {
            get { return Charged.Count; }
        }

        internal void Serves(PretendSocket line)
        {
            Line = line;
            taken = 0;
            IsAway = false;
        }

        internal void Breaks()
        {
            IsAway = true;
            // What was answered is durable, and told when it is asked for again; what was not taken from the line is lost.
            flush.Clear();
            Line.Breaks(chance.Next(2) == 0 ? 1006 : 1012);
        }

        /// <summary>Takes some of what came, and tells what it has to tell: refusals at once, answers together.</summary>
        internal void Works()
        {
            int most = chance.Next(12);
            for (; taken < Line.Sent.Count && most > 0; taken++, most--)
            {
                Take(Line.Sent[taken]);
            }
            if (chance.Next(3) > 0)
            {
                foreach (string frame in flush)
                {
                    Line.Says(frame);
                }
                flush.Clear();
            }
        }

        private void Take(JObject frame)
        {
            if ((string)frame["type"] == "ping")
            {
                flush.Add("{'type':'pong','data':{}}");
                return;
            }
            var seq = (long)frame["seq"];
            var text = (string)frame["data"]["text"];
            if (seq <= LastSeq)
            {
                if (Charged[(int)seq - 1] != text)
                {
                    Surprised = seq + " was " + Charged[(int)seq - 1] + ", and is now " + text;
                }
                Tell(seq, Charged[(int)seq - 1], ",'replayed':true");
            }
            else if (seq > LastSeq + 1)
            {
                Line.Refuses(seq, "SEQ_OUT_OF_ORDER", ",'expected':" + (LastSeq + 1));
            }
            else if (text.StartsWith("refuse", StringComparison.Ordinal))
            {
                Line.Refuses(seq, "FRAMES_NOT_READ");
            }
            else
            {
                Charged.Add(text);
                Tell(seq, text, "");
            }
        }

        private void Tell(long seq, string text, string more)
        {
            flush.Add("{'type':'agent_response','seq':" + seq + ",'data':{'text':'to " + text + "','done':false" + more + "}}");
            flush.Add("{'type':'agent_response','seq':" + seq + ",'data':{'text':', yes','done':true,'dofConsumed':100" + more + "}}");
        }
    }
}
