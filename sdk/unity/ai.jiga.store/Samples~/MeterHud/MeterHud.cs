using Jiga.Store;
using UnityEngine;

/// <summary>
/// Shows what a session costs, in the corner of the screen: a bar for what is left, the figures, the time. Give it the live session with
/// <see cref="Show"/>; it reads the meter each frame and needs no event.
/// </summary>
public sealed class MeterHud : MonoBehaviour
{
    private LiveSession live;

    /// <summary>Shows this session from now on; null shows nothing.</summary>
    public void Show(LiveSession session)
    {
        live = session;
    }

    /// <summary>What the HUD says, in a line.</summary>
    public static string Line(CostMeter cost, LiveState state)
    {
        string line = cost.Consumed.ToString("N0") + " DOF, " + cost.Remaining.ToString("N0") + " left";
        double? seconds = cost.EstimatedSecondsLeft;
        if (state == LiveState.Paused)
        {
            return line + ", paused";
        }
        if (state == LiveState.Reconnecting)
        {
            return line + ", reconnecting";
        }
        return seconds == null ? line : line + ", " + (int)(seconds.Value / 60) + " min";
    }

    private void OnGUI()
    {
        if (live == null)
        {
            return;
        }
        CostMeter cost = live.Cost;
        float all = Mathf.Max(1, cost.Consumed + cost.Remaining);
        var frame = new Rect(Screen.width - 260, 16, 244, 20);
        GUI.Box(frame, "");
        GUI.Box(new Rect(frame.x, frame.y, frame.width * (cost.Remaining / all), frame.height), "");
        GUI.Label(new Rect(frame.x, frame.y + 22, frame.width, 24), Line(cost, live.State));
    }
}
