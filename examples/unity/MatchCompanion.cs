using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;

/// <summary>
/// Hires an agent for one match, tells it what happens, asks what the player asks, and ends with the bill. Nothing here knows whether it
/// runs in Unity (MatchBehaviour.cs) or on a console (Program.cs).
/// </summary>
public sealed class MatchCompanion
{
    private readonly JigaStore store;
    private readonly Action<string> show;
    private readonly Func<TimeSpan, CancellationToken, Task> wait;

    /// <param name="store">signed in as the player</param>
    /// <param name="show">where a line of text appears</param>
    /// <param name="wait">lets time go by; in a browser that is the game's own way, not Task.Delay</param>
    public MatchCompanion(JigaStore store, Action<string> show, Func<TimeSpan, CancellationToken, Task> wait)
    {
        this.store = store;
        this.show = show;
        this.wait = wait;
    }

    /// <summary>Plays a recorded match in the given time.</summary>
    public async Task<Bill> Play(string listingId, long dofAllocation, RecordedMatch match, TimeSpan within, CancellationToken cancel)
    {
        using (Session session = await store.Marketplace.HireAsync(listingId, dofAllocation, cancel))
        using (LiveSession live = await session.ConnectAsync(cancel))
        {
            show("Hired " + listingId + " for at most " + dofAllocation + " DOF, session " + session.Id);
            Listen(live);
            double speed = within.TotalSeconds / match.Length.TotalSeconds;
            foreach (RecordedMatch.Moment moment in match.Moments)
            {
                await wait(TimeSpan.FromSeconds(moment.After.TotalSeconds * speed), cancel);
                if (moment.Type == "text_input")
                {
                    var text = (string)moment.Data["text"];
                    show("You:   " + text);
                    Answer answer = await live.SayAsync(text, cancel);
                    show("       (" + answer.DofConsumed + " DOF; " + live.Cost + ")");
                }
                else
                {
                    show("Game:  " + moment.Data["kind"]);
                    await live.GameEventAsync(GameEvent.Of(moment.Data), cancel);
                }
            }
            return await live.EndAsync(cancel);
        }
    }

    private void Listen(LiveSession live)
    {
        string line = "";
        live.Response += part =>
        {
            if (part.Kind != null)
            {
                show("Agent: [" + part.Kind.Replace('_', ' ') + "] " + part.Text);
                return;
            }
            line += part.Text;
            if (part.Done && line.Length > 0)
            {
                show("Agent: " + line);
                line = "";
            }
        };
        live.Detected += what => show("Agent: [" + what.Kind + "] " + what.Text);
        live.Warning += what => show("Agent: (!) " + what.Text);
        live.Reconnecting += what => show("The connection is lost; nothing needs to be done.");
        live.Reconnected += what => show("It is back after " + what.Away.TotalSeconds.ToString("0.0") + " s.");
        live.Error += what => show("Refused: " + what.Message);
    }
}
