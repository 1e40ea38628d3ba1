using System;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
        /// <summary>Ways to wait that need no thread of their own.</summary>
    internal static class Waiting
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

        /// <summary>Waits for work, or until nobody wants it any more. The work itself goes on.</summary>
        internal static async Task<T> OrCancelled<T>(this Task<T> work, CancellationToken cancel)
        {
            Ignore(work);
            if (cancel.CanBeCanceled)
            {
                var cancelled = new TaskCompletionSource<bool>();
                using (cancel.Register(() => cancelled.TrySetResult(true)))
                {
                    if (await Task.WhenAny(work, cancelled.Task) != work)
                    {
                        cancel.ThrowIfCancellationRequested();
                    }
                }
            }
            return await work;
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
