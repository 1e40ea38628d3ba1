using System;
using System.Threading;
using Jiga.Store;
using UnityEngine;

/// <summary>
/// Hires an agent, lets the player write to it, and shows what it says. Put it on any object, set the store and a player token (of your
/// game's server), and press play.
/// </summary>
public sealed class HireAndTalk : MonoBehaviour
{
    [SerializeField] private string storeAddress = "http://localhost:3000";
    [SerializeField] private string playerToken = "";
    [SerializeField] private string listingId = "nova-coordinator-001";
    [SerializeField] private long dofAllocation = 20000;

    private readonly CancellationTokenSource gone = new CancellationTokenSource();
    private JigaStore store;
    private LiveSession live;
    private string subtitle = "";
    private string typed = "They push B, what now?";

    private async void Start()
    {
        try
        {
            store = new JigaStore(new JigaStoreOptions { BaseUrl = storeAddress, PlayerToken = playerToken });
            Session session = await store.Marketplace.HireAsync(listingId, dofAllocation, gone.Token);
            live = await session.ConnectAsync(gone.Token);
            live.Response += part => subtitle += part.Text;
            live.Warning += warning => subtitle = warning.Text;
            live.Reconnecting += line => subtitle = "The connection is lost, one moment ...";
            live.Reconnected += line => subtitle = "";
            live.Ended += bill => subtitle = "Over: " + bill;
            live.Error += error => Debug.LogWarning(error.Message);
        }
        catch (OperationCanceledException)
        {
            // The object is gone, and with it who would have heard.
        }
        catch (InsufficientDofsException e)
        {
            subtitle = e.Shortfall + " DOF are missing.";
        }
        catch (JigaException e)
        {
            subtitle = e.Message;
        }
    }

    private async void Say(string text)
    {
        subtitle = "";
        try
        {
            await live.SayAsync(text, gone.Token);
        }
        catch (OperationCanceledException)
        {
        }
        catch (JigaException e)
        {
            subtitle = e.Message;
        }
    }

    private void OnGUI()
    {
        GUILayout.BeginArea(new Rect(20, 20, Screen.width - 40, 200));
        GUILayout.Label(subtitle);
        if (live != null && live.State == LiveState.Live)
        {
            typed = GUILayout.TextField(typed);
            if (GUILayout.Button("Say"))
            {
                Say(typed);
            }
        }
        GUILayout.EndArea();
    }

    private void OnDestroy()
    {
        gone.Cancel();
        if (live != null)
        {
            live.Dispose();
        }
        if (store != null)
        {
            store.Dispose();
        }
    }
}
