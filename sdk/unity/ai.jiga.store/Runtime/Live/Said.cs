using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>One thing that was said and has no last word yet, with what was told about it so far.</summary>
    internal sealed class Said
    {
        private readonly Promise<Answer> done;
        private readonly StringBuilder text = new StringBuilder();
        private readonly List<string> asides = new List<string>();
        private List<string> asidesToSkip;
        private string before = "";
        private int again;
        private int parts;
        private bool replayed;
        private long lastPart;

        internal Said(Home home, string type, JObject data)
        {
            done = new Promise<Answer>(home);
            Type = type;
            // Written once, however often it is sent.
            Data = Json.Text(data);
        }

        internal string Type { get; private set; }
        internal string Data { get; private set; }

        /// <summary>Told each part; null where only the whole is wanted.</summary>
        internal IProgress<ResponsePart> Parts { get; set; }

        /// <summary>0 until it is sent for the first time.</summary>
        internal long Seq { get; set; }

        /// <summary>Whether this line has carried it and has not yet brought its last word.</summary>
        internal bool InFlight { get; set; }

        /// <summary>How many lines broke by what was said, with this in front.</summary>
        internal int Breaks { get; set; }

        internal Task<Answer> Done
        {
            get { return done.Task; }
        }

        /// <summary>A new line: the store tells its answer from the beginning, which was heard up to here.</summary>
        internal void BeginAgain()
        {
            before = text.ToString();
            again = 0;
            lastPart = 0;
            asidesToSkip = new List<string>(asides);
        }

        /// <summary>What is new in a piece of the text.</summary>
        /// <param name="frame">a part of the answer itself</param>
        /// <param name="restart">whether it takes the place of all that was heard before</param>
        internal string Hear(AgentResponseFrame frame, out bool restart)
        {
            restart = false;
            replayed |= frame.Replayed == true;
            if (frame.Part != null)
            {
                if (frame.Part == lastPart)
                {
                    return "";
                }
                if (frame.Part == 1 && lastPart > 0)
                {
                    BeginAgain();
                }
                lastPart = frame.Part.Value;
            }
            string piece = frame.Text ?? "";
            string fresh = piece.Substring(Known(piece, out restart));
            if (restart)
            {
                fresh = text + fresh;
                text.Length = 0;
                parts = 0;
            }
            if (fresh.Length > 0)
            {
                text.Append(fresh);
                parts++;
            }
            return fresh;
        }

        /// <summary>How much of a piece was heard before the line broke.</summary>
        private int Known(string piece, out bool restart)
        {
            restart = false;
            int length = Math.Min(before.Length - again, piece.Length);
            if (length <= 0)
            {
                return 0;
            }
            if (string.CompareOrdinal(before, again, piece, 0, length) == 0)
            {
                again += length;
                return length;
            }
            // The store had not accepted it, and the agent has found other words: they count from where they differ.
            text.Length = again;
            before = "";
            restart = true;
            return 0;
        }

        /// <summary>Whether this is told for the first time: a comment, a detected event, a warning.</summary>
        internal bool HearAside(Frame frame)
        {
            replayed |= Members.Bool(frame.Data, "replayed");
            string what = frame.Type + " " + Members.Text(frame.Data, "kind") + " " + Members.Text(frame.Data, "code") + " "
                + Members.Text(frame.Data, "text");
            if (asidesToSkip != null && asidesToSkip.Remove(what))
            {
                return false;
            }
            asides.Add(what);
            return true;
        }

        internal void Complete(long dofConsumed, bool again, bool forgotten)
        {
            done.Keep(new Answer(Seq, text.ToString(), parts, dofConsumed, replayed || again, forgotten));
        }

        internal void Fail(Exception why)
        {
            done.Break(why);
        }
    }
}
