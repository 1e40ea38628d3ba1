using System.Threading.Tasks;
using Jiga.Store;
using UnityEngine;

/// <summary>
/// Tells the agent what happens in the game. Call it from your own scripts, such as a health component; nothing needs to be waited for, and
/// while the connection is away events wait and keep their order.
/// </summary>
public sealed class GameEvents : MonoBehaviour
{
    private LiveSession live;
    private int lastHp = 100;

    /// <summary>Tells this session from now on.</summary>
    public void Tell(LiveSession session)
    {
        live = session;
    }

    /// <summary>Once, at the beginning: without it the agent knows neither game nor mode.</summary>
    public Task MatchStarts(string game, string mode, string map)
    {
        return Send(new GameEvent("match_start") { { "game", game }, { "mode", mode }, { "map", map } });
    }

    /// <summary>The player killed somebody.</summary>
    public Task Kill(string weapon, string zone, bool headshot)
    {
        return Send(new GameEvent("kill") { { "weapon", weapon }, { "zone", zone }, { "headshot", headshot } });
    }

    /// <summary>The player died.</summary>
    public Task Death(string by, string weapon, string zone)
    {
        return Send(new GameEvent("death") { { "by", by }, { "weapon", weapon }, { "zone", zone } });
    }

    /// <summary>May be called each frame: only what the agent would care for is sent.</summary>
    public Task Health(int hp)
    {
        bool matters = hp < lastHp && hp / 20 != lastHp / 20;
        lastHp = hp;
        return matters ? Send(new GameEvent("health") { { "hp", hp } }) : Task.FromResult(0);
    }

    /// <summary>A sound, and where it came from.</summary>
    public Task Sound(string sound, Vector3 from)
    {
        Vector3 way = transform.InverseTransformPoint(from);
        string direction = Mathf.Abs(way.x) > Mathf.Abs(way.z) ? (way.x < 0 ? "left" : "right") : (way.z < 0 ? "behind" : "front");
        return Send(new GameEvent("sound") { { "sound", sound }, { "direction", direction }, { "distance", (long)way.magnitude } });
    }

    private async Task Send(GameEvent what)
    {
        if (live == null || live.State == LiveState.Ended)
        {
            return;
        }
        try
        {
            await live.GameEventAsync(what);
        }
        catch (JigaException e)
        {
            // A game goes on without its agent.
            Debug.LogWarning(e.Message);
        }
    }
}
