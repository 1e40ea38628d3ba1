using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>Time as the SDK sees it: set by hand in tests, and told by frames where there are no threads.</summary>
    internal interface IClock
    {
        /// <summary>Rises steadily, whatever somebody does to the wall clock.</summary>
        TimeSpan Elapsed { get; }

        /// <summary>The time of day.</summary>
        DateTimeOffset Now { get; }

        /// <summary>Completes so much later, or is cancelled.</summary>
        Task Delay(TimeSpan time, CancellationToken cancel);
    }

    internal sealed class SystemClock : IClock
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();

        public TimeSpan Elapsed
        {
            get { return watch.Elapsed; }
        }

        public DateTimeOffset Now
        {
            get { return DateTimeOffset.UtcNow; }
        }

        public Task Delay(TimeSpan time, CancellationToken cancel)
        {
            return Task.Delay(time, cancel);
        }
    }

    internal static class Clocks
    {
        /// <summary>Waits for work, but not longer than that.</summary>
        /// <returns>false when time was up first; the work then goes on, and what becomes of it is seen by nobody</returns>
        internal static async Task<bool> Within(this IClock clock, Task work, TimeSpan time, CancellationToken cancel = default(CancellationToken))
        {
            if (work.IsCompleted)
            {
                return true;
            }
            using (var over = CancellationTokenSource.CreateLinkedTokenSource(cancel))
            {
                Task limit = clock.Delay(time, over.Token);
                Task first = await Task.WhenAny(work, limit);
                over.Cancel();
                cancel.ThrowIfCancellationRequested();
                if (first == work)
                {
                    return true;
                }
                Ignore(work);
                return work.IsCompleted;
            }
        }

        /// <summary>Looks at a failure that nobody waits for, so that it does not end a process.</summary>
        internal static void Ignore(Task work)
        {
            work.ContinueWith(
                t => GC.KeepAlive(t.Exception),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
