using System;

namespace Jiga.Store
{
    /// <summary>
    /// Where a live session stands.
    /// <example><code>
    /// if (live.State == LiveState.Reconnecting) subtitle.text = "One moment ...";
    /// </code></example>
    /// </summary>
    public enum LiveState
    {
        /// <summary>The line is being opened for the first time.</summary>
        Connecting,

        /// <summary>The agent hears, and the clock runs.</summary>
        Live,

        /// <summary>The player paused it: the clock stands, and what is said is refused.</summary>
        Paused,

        /// <summary>The line broke and is being opened again; what is said waits.</summary>
        Reconnecting,

        /// <summary>Nothing more will come.</summary>
        Ended,
    }

    /// <summary>
    /// What a session came to.
    /// <example><code>
    /// Bill bill = await live.EndAsync(cancel);
    /// Console.WriteLine(bill.Reason + ": " + bill.Consumed + " DOF used, " + bill.Released + " back");
    /// </code></example>
    /// </summary>
    public sealed class Bill
    {
        internal Bill(string reason, long consumed, long released)
        {
            Reason = reason;
            Consumed = consumed;
            Released = released;
        }

        /// <summary>Why it ended, such as <c>ended_by_player</c>.</summary>
        public string Reason { get; private set; }

        /// <summary>What was used, in DOF.</summary>
        public long Consumed { get; private set; }

        /// <summary>What came back to the wallet.</summary>
        public long Released { get; private set; }

        /// <summary>In words.</summary>
        public override string ToString()
        {
            return Consumed + " DOF were used, " + Released + " came back";
        }
    }

    /// <summary>
    /// Everything that was answered to one thing that was said.
    /// <example><code>
    /// Answer answer = await live.SayAsync("They push B, what now?", cancel);
    /// Console.WriteLine(answer.Text + " (" + answer.DofConsumed + " DOF)");
    /// </code></example>
    /// </summary>
    public sealed class Answer
    {
        internal Answer(long seq, string text, int parts, long dofConsumed, bool replayed, bool forgotten)
        {
            Seq = seq;
            Text = text;
            Parts = parts;
            DofConsumed = dofConsumed;
            Replayed = replayed;
            Forgotten = forgotten;
        }

        /// <summary>The number of what was said.</summary>
        public long Seq { get; private set; }

        /// <summary>The whole text; empty where the agent took it in without a word.</summary>
        public string Text { get; private set; }

        /// <summary>In how many parts it came.</summary>
        public int Parts { get; private set; }

        /// <summary>What it cost, with all the agent did about it.</summary>
        public long DofConsumed { get; private set; }

        /// <summary>Whether it had to be told again, after a line broke. It was not paid again.</summary>
        public bool Replayed { get; private set; }

        /// <summary>Whether there was an answer that the store no longer keeps.</summary>
        public bool Forgotten { get; private set; }
    }

    /// <summary>
    /// A part of an answer, as it comes.
    /// <example><code>
    /// live.Response += part => subtitle.text = part.Restart ? part.Text : subtitle.text + part.Text;
    /// </code></example>
    /// </summary>
    public sealed class ResponsePart
    {
        internal ResponsePart(Types.AgentResponseFrame frame, string text, bool restart)
        {
            Restart = restart;
            Seq = frame.Seq ?? 0;
            Text = text;
            Kind = frame.Kind;
            Emotion = frame.Emotion;
            Title = frame.Title;
            Level = frame.Level;
            Done = frame.Done;
            DofConsumed = frame.DofConsumed;
            Frame = frame;
        }

        /// <summary>A last word without words: the store took something in silently, or tells what an answer cost.</summary>
        internal ResponsePart(Types.AckFrame frame)
        {
            Seq = frame.Seq ?? 0;
            Text = "";
            Done = true;
            DofConsumed = frame.DofConsumed;
            Frame = frame;
        }

        /// <summary>The number of what it answers.</summary>
        public long Seq { get; private set; }

        /// <summary>A piece of the text: join them.</summary>
        public string Text { get; private set; }

        /// <summary>
        /// Whether it takes the place of all the parts before it: the line broke before the store had booked what was said, and the agent
        /// found other words the second time. Rare.
        /// </summary>
        public bool Restart { get; private set; }

        /// <summary>Null for the answer itself; else <c>commentary</c>, <c>team_message</c>, <c>memory</c>, <c>lesson</c> or another.</summary>
        public string Kind { get; private set; }

        /// <summary>How to say it, such as <c>calm</c>; null where the agent does not care.</summary>
        public string Emotion { get; private set; }

        /// <summary>Of a lesson.</summary>
        public string Title { get; private set; }

        /// <summary>Of a lesson.</summary>
        public string Level { get; private set; }

        /// <summary>Whether it is the last about what was said.</summary>
        public bool Done { get; private set; }

        /// <summary>With the last: what all of it cost.</summary>
        public long? DofConsumed { get; private set; }

        /// <summary>As it came.</summary>
        public Types.Frame Frame { get; private set; }
    }

    /// <summary>
    /// The line broke. It is being opened again, and nothing needs to be done.
    /// <example><code>
    /// live.Reconnecting += line => Console.WriteLine("The line closed with " + line.Code);
    /// </code></example>
    /// </summary>
    public sealed class Reconnecting
    {
        internal Reconnecting(int code, string reason)
        {
            Code = code;
            Reason = reason;
        }

        /// <summary>The WebSocket's close code; 1006 where there was no goodbye.</summary>
        public int Code { get; private set; }

        /// <summary>What the store said with it; empty where it said nothing.</summary>
        public string Reason { get; private set; }
    }

    /// <summary>
    /// The line is there again, and what was not answered has been said again.
    /// <example><code>
    /// live.Reconnected += line => Console.WriteLine("Back after " + line.Away + ", " + line.SaidAgain + " said again");
    /// </code></example>
    /// </summary>
    public sealed class Reconnected
    {
        internal Reconnected(long resumedFromSeq, int said, TimeSpan away)
        {
            ResumedFromSeq = resumedFromSeq;
            SaidAgain = said;
            Away = away;
        }

        /// <summary>The last number that the store had accepted.</summary>
        public long ResumedFromSeq { get; private set; }

        /// <summary>How many things were said again.</summary>
        public int SaidAgain { get; private set; }

        /// <summary>How long the line was gone.</summary>
        public TimeSpan Away { get; private set; }
    }
}
