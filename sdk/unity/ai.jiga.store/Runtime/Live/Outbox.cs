using System;
using System.Collections.Generic;
using System.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// What was said and has no last word yet, in its order, each with its number. Numbers make it safe to say a thing again: the store
    /// answers one that it knows with what it said before, and takes nothing for it. So a thing keeps its number once the store may have
    /// accepted it, and gets another one only when the store has refused the number, with nothing else under way.
    /// </summary>
    internal sealed class Outbox
    {
        /// <summary>The store reads no further when 64 messages are unanswered; some of that is left for pings.</summary>
        internal const int MostInFlight = 48;

        private readonly List<Said> waiting = new List<Said>();
        private long lastAccepted;
        private long lastSent;
        private int inFlight;
        private bool renumbering;

        internal int Count
        {
            get { return waiting.Count; }
        }

        /// <summary>Whether something is under way.</summary>
        internal bool IsWaiting
        {
            get { return inFlight > 0; }
        }

        internal bool IsAnswered(long seq)
        {
            return seq <= lastAccepted && Find(seq) == null;
        }

        internal void Add(Said said)
        {
            waiting.Add(said);
        }

        internal Said Find(long seq)
        {
            // Answers come in order, so it is nearly always the first.
            foreach (Said each in waiting)
            {
                if (each.Seq == seq)
                {
                    return each;
                }
            }
            return null;
        }

        /// <summary>A line was greeted.</summary>
        /// <param name="resumedFromSeq">the last number that the store has accepted</param>
        /// <returns>how many are to be said again</returns>
        internal int Resume(long resumedFromSeq)
        {
            lastAccepted = resumedFromSeq;
            lastSent = resumedFromSeq;
            inFlight = 0;
            renumbering = false;
            int again = 0;
            foreach (Said each in waiting)
            {
                again += each.Seq > 0 ? 1 : 0;
                each.InFlight = false;
                each.BeginAgain();
                if (each.Seq > resumedFromSeq)
                {
                    each.Seq = 0;
                }
            }
            return again;
        }

        /// <summary>What may be sent now, numbered and marked as under way.</summary>
        internal List<Said> Next()
        {
            var next = new List<Said>();
            if (renumbering && inFlight > 0)
            {
                return next;
            }
            if (renumbering)
            {
                renumbering = false;
                lastSent = lastAccepted;
                foreach (Said each in waiting)
                {
                    each.Seq = each.Seq > lastAccepted ? 0 : each.Seq;
                }
            }
            foreach (Said each in waiting)
            {
                if (each.InFlight)
                {
                    continue;
                }
                if (inFlight == MostInFlight)
                {
                    break;
                }
                if (each.Seq == 0)
                {
                    each.Seq = ++lastSent;
                }
                each.InFlight = true;
                inFlight++;
                next.Add(each);
            }
            return next;
        }

        /// <summary>The store has accepted it and said its last word.</summary>
        internal void Answered(Said said)
        {
            lastAccepted = Math.Max(lastAccepted, said.Seq);
            Remove(said);
        }

        /// <summary>The store has refused it, so its number is free, and those after it were sent with numbers that are too high.</summary>
        internal void Refused(Said said)
        {
            renumbering = true;
            Remove(said);
        }

        /// <summary>The store would not take it yet, because one before it was refused: it waits for a number of its own.</summary>
        internal void OutOfOrder(Said said, long expected)
        {
            lastAccepted = Math.Max(lastAccepted, expected - 1);
            Land(said);
            renumbering = true;
        }

        /// <summary>Nobody wants it any more. Only what was never sent can be taken back.</summary>
        internal bool TakeBack(Said said)
        {
            return said.Seq == 0 && !said.InFlight && waiting.Remove(said);
        }

        internal Said First
        {
            get { return waiting.FirstOrDefault(); }
        }

        internal void Drop(Said said)
        {
            Remove(said);
        }

        internal List<Said> TakeAll()
        {
            var all = new List<Said>(waiting);
            waiting.Clear();
            inFlight = 0;
            return all;
        }

        private void Remove(Said said)
        {
            Land(said);
            waiting.Remove(said);
        }

        private void Land(Said said)
        {
            if (said.InFlight)
            {
                said.InFlight = false;
                inFlight--;
            }
        }
    }
}
