using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    // What is said on the line, in both directions.
    public sealed partial class LiveSession
    {
        private readonly List<Wish> wishes = new List<Wish>();
        private readonly List<Promise<bool>> pauseWaiters = new List<Promise<bool>>();
        private bool? wantsPause;
        private long proofAt;
        private ApiException lastRefusal;

        /// <summary>A configuration that is asked for, until a pong says that it was taken.</summary>
        private sealed class Wish
        {
            internal JObject Changes;
            internal long Ping;
            internal Promise<bool> Done;
        }

        private void SendWhatWaits()
        {
            if (line == null || !line.Greeted)
            {
                return;
            }
            foreach (Said each in outbox.Next())
            {
                line.Send(each.Type, each.Seq, each.Data);
            }
        }

        private void Hear(Line from, JObject raw)
        {
            if (from != line)
            {
                return;
            }
            switch (Members.Text(raw, "type"))
            {
                case "session_started":
                    HearStarted(new SessionStartedFrame(raw));
                    break;
                case "agent_response":
                    HearResponse(new AgentResponseFrame(raw));
                    break;
                case "ack":
                    HearAck(new AckFrame(raw));
                    break;
                case "event_detected":
                    var what = new EventDetectedFrame(raw);
                    if (IsNew(what))
                    {
                        detected.Tell(what);
                    }
                    break;
                case "warning":
                    var warned = new WarningFrame(raw);
                    if (IsNew(warned))
                    {
                        warning.Tell(warned);
                    }
                    break;
                case "error":
                    HearError(new ErrorFrame(raw));
                    break;
                case "dof_update":
                    HearUpdate(new DofUpdateFrame(raw));
                    break;
                case "pong":
                    HearPong(from);
                    break;
                case "session_ended":
                    var over = new SessionEndedFrame(raw);
                    Finish(new Bill(over.Reason, over.Consumed, over.Released));
                    break;
                default:
                    unknown.Tell(new UnknownFrame(raw));
                    break;
            }
        }

        private void HearStarted(SessionStartedFrame frame)
        {
            bool first = Limits == null;
            Limits = frame.Limits;
            line.Greeted = true;
            lastRefusal = null;
            if (frame.Dof != null)
            {
                Cost.Begin(frame.Dof);
            }
            State = frame.Status == "paused" ? LiveState.Paused : LiveState.Live;
            int again = outbox.Resume(frame.ResumedFromSeq);
            SendWhatWaits();
            foreach (Wish each in wishes)
            {
                Send(each);
            }
            if (wantsPause != null)
            {
                line.Send(wantsPause.Value ? "pause" : "resume", null, null);
            }
            greeted.Keep(true);
            if (first)
            {
                started.Keep(frame);
                started.Tell(frame);
            }
            else
            {
                reconnected.Tell(new Reconnected(frame.ResumedFromSeq, again, clock.Elapsed - awaySince));
            }
        }

        private void HearResponse(AgentResponseFrame frame)
        {
            Said said = frame.Seq == null ? null : outbox.Find(frame.Seq.Value);
            if (said == null)
            {
                // The last word that comes twice is told once. What nobody here has asked for is told all the same.
                if (frame.Seq == null || !outbox.IsAnswered(frame.Seq.Value))
                {
                    response.Tell(new ResponsePart(frame, frame.Text, false));
                }
                return;
            }
            string text = frame.Text;
            bool restart = false;
            if (frame.Kind == null)
            {
                text = said.Hear(frame, out restart);
            }
            else if (!said.HearAside(frame))
            {
                text = null;
            }
            bool repeatsWhatWasHeard = text == null || (text.Length == 0 && frame.Text != null && frame.Text.Length > 0);
            if (frame.Done || !repeatsWhatWasHeard)
            {
                Tell(said, new ResponsePart(frame, text ?? "", restart));
            }
            if (frame.Done)
            {
                Done(said, frame.DofConsumed ?? 0, frame.Replayed == true, false);
            }
        }

        private void HearAck(AckFrame frame)
        {
            Said said = frame.Seq == null ? null : outbox.Find(frame.Seq.Value);
            if (said != null)
            {
                if (said.Type == "text_input" || said.Type == "voice_input")
                {
                    Tell(said, new ResponsePart(frame));
                }
                Done(said, frame.DofConsumed, frame.Replayed == true, frame.Forgotten == true);
            }
        }

        private void Tell(Said said, ResponsePart part)
        {
            response.Tell(part);
            if (said.Parts != null)
            {
                try
                {
                    said.Parts.Report(part);
                }
                catch (Exception e)
                {
                    Threw(e);
                }
            }
        }

        private void Done(Said said, long dofConsumed, bool again, bool forgotten)
        {
            outbox.Answered(said);
            if (!again)
            {
                Cost.Charge(dofConsumed);
            }
            said.Complete(dofConsumed, again, forgotten);
            SendWhatWaits();
        }

        private bool IsNew(Frame frame)
        {
            if (frame.Seq == null)
            {
                return true;
            }
            Said said = outbox.Find(frame.Seq.Value);
            return said == null ? !outbox.IsAnswered(frame.Seq.Value) : said.HearAside(frame);
        }

        private void HearError(ErrorFrame frame)
        {
            Said said = frame.Seq == null ? null : outbox.Find(frame.Seq.Value);
            if (said == null)
            {
                HearErrorOfTheLine(frame);
                return;
            }
            if (frame.Code == "SEQ_OUT_OF_ORDER" && frame.Accepted != true && frame.Expected != null)
            {
                outbox.OutOfOrder(said, frame.Expected.Value);
                SendWhatWaits();
                return;
            }
            ApiException why = Problem.OfFrame(frame).AsException();
            if (frame.Code == "ALLOCATION_EXHAUSTED")
            {
                // The session ends over this: who waits gets the bill, which comes next.
                error.Tell(why);
                return;
            }
            if (frame.Accepted == true)
            {
                outbox.Answered(said);
            }
            else
            {
                outbox.Refused(said);
            }
            said.Fail(why);
            error.Tell(why);
            SendWhatWaits();
        }

        private void HearErrorOfTheLine(ErrorFrame frame)
        {
            if (frame.Seq != null && outbox.IsAnswered(frame.Seq.Value))
            {
                return;
            }
            lastRefusal = Problem.OfFrame(frame).AsException();
            // The line closes after these; what becomes of it is told then.
            if (frame.Code == "CONNECTED_ELSEWHERE" || frame.Code == "INVALID_TOKEN" || !line.Greeted)
            {
                return;
            }
            if (wishes.Count > 0)
            {
                Wish refused = wishes[0];
                wishes.RemoveAt(0);
                refused.Done.Break(lastRefusal);
            }
            error.Tell(lastRefusal);
        }

        private void HearUpdate(DofUpdateFrame frame)
        {
            if (Cost.Update(frame))
            {
                proofAt = line.Ping();
            }
            State = frame.Paused ? LiveState.Paused : LiveState.Live;
            if (wantsPause == frame.Paused)
            {
                wantsPause = null;
                foreach (Promise<bool> each in pauseWaiters)
                {
                    each.Keep(true);
                }
                pauseWaiters.Clear();
            }
            dofUpdate.Tell(frame);
        }

        private void HearPong(Line from)
        {
            from.PongsHeard++;
            if (from.PongsHeard >= proofAt)
            {
                Cost.Prove();
            }
            for (int i = wishes.Count - 1; i >= 0; i--)
            {
                if (wishes[i].Ping <= from.PongsHeard)
                {
                    wishes[i].Done.Keep(true);
                    wishes.RemoveAt(i);
                }
            }
        }

        private async Task Configure(JObject changes, CancellationToken cancel)
        {
            ThrowIfOver();
            var wish = new Wish { Changes = changes, Done = new Promise<bool>(home) };
            wishes.Add(wish);
            Send(wish);
            await wish.Done.Task.OrCancelled(cancel);
        }

        private void Send(Wish wish)
        {
            if (line != null && line.Greeted)
            {
                // Not answered unless it is refused, and a line is heard in its order: the pong says that it was not.
                line.Send("config_update", null, Json.Text(wish.Changes));
                wish.Ping = line.Ping();
            }
        }

        private async Task SetPaused(bool paused, CancellationToken cancel)
        {
            ThrowIfOver();
            if (wantsPause == null && State == (paused ? LiveState.Paused : LiveState.Live))
            {
                return;
            }
            wantsPause = paused;
            var waiter = new Promise<bool>(home);
            pauseWaiters.Add(waiter);
            if (line != null && line.Greeted)
            {
                line.Send(paused ? "pause" : "resume", null, null);
            }
            await waiter.Task.OrCancelled(cancel);
        }

        private void ThrowIfOver()
        {
            if (State == LiveState.Ended)
            {
                throw Bill == null && gaveUp != null ? gaveUp : new SessionEndedException(Bill.Reason, Bill);
            }
        }

        private sealed class UnknownFrame : Frame
        {
            internal UnknownFrame(JObject raw) : base(raw)
            {
            }
        }
    }
}
