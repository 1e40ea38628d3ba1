#if UNITY_5_3_OR_NEWER
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;
using UnityEngine;

/// <summary>The same match in Unity: put it on an object, give it the recording as text and a player's token.</summary>
public sealed class MatchBehaviour : MonoBehaviour
{
    [SerializeField] private string storeAddress = "http://localhost:3000";
    [SerializeField] private string playerToken = "";
    [SerializeField] private string recording = "";
    [SerializeField] private float seconds = 60;

    private readonly CancellationTokenSource gone = new CancellationTokenSource();

    private async void Start()
    {
        try
        {
            using (var store = new JigaStore(new JigaStoreOptions { BaseUrl = storeAddress, PlayerToken = playerToken }))
            {
                var companion = new MatchCompanion(store, Debug.Log, Frames);
                var match = new RecordedMatch(new StringReader(recording));
                Debug.Log(await companion.Play("nova-coordinator-001", 20000, match, TimeSpan.FromSeconds(seconds), gone.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (JigaException e)
        {
            Debug.LogWarning(e.Message);
        }
    }

    private static async Task Frames(TimeSpan time, CancellationToken cancel)
    {
        float until = Time.realtimeSinceStartup + (float)time.TotalSeconds;
        while (Time.realtimeSinceStartup < until)
        {
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private void OnDestroy()
    {
        gone.Cancel();
    }
}
#endif
