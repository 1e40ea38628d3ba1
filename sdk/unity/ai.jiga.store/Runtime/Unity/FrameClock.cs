#if UNITY_5_3_OR_NEWER
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using UnityEngine;

namespace Jiga.Store
{
    /// <summary>
    /// Time told by Unity's frames, for the browser: there are no threads there, and so no timers of .NET's, on which Task.Delay waits.
    /// </summary>
    internal sealed class FrameClock : IClock
    {
        private readonly List<Timer> waiting = new List<Timer>();

        private sealed class Timer
        {
            internal TimeSpan Until;
            internal CancellationTokenRegistration Cancelled;
            internal readonly TaskCompletionSource<bool> Done = new TaskCompletionSource<bool>();
        }

        public TimeSpan Elapsed
        {
            get { return TimeSpan.FromSeconds(Time.realtimeSinceStartup); }
        }

        public DateTimeOffset Now
        {
            get { return DateTimeOffset.UtcNow; }
        }

        public Task Delay(TimeSpan time, CancellationToken cancel)
        {
            if (cancel.IsCancellationRequested)
            {
                return Task.FromCanceled(cancel);
            }
            var next = new Timer { Until = Elapsed + time };
            next.Cancelled = cancel.Register(() => Cancel(next, cancel));
            if (waiting.Count == 0)
            {
                Frames.Each += Look;
            }
            waiting.Add(next);
            return next.Done.Task;
        }

        private void Look()
        {
            TimeSpan now = Elapsed;
            foreach (Timer each in waiting.ToArray())
            {
                if (each.Until <= now && waiting.Remove(each))
                {
                    each.Cancelled.Dispose();
                    each.Done.TrySetResult(true);
                }
            }
            // Without somebody who waits, nothing ticks.
            if (waiting.Count == 0)
            {
                Frames.Each -= Look;
            }
        }

        private void Cancel(Timer which, CancellationToken cancel)
        {
            if (waiting.Remove(which))
            {
                which.Done.TrySetCanceled(cancel);
            }
        }
    }
}
#endif
