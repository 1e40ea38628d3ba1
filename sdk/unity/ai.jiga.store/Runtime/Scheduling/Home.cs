using System;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// Where a client's work is done and its events are raised: Unity's main thread, or one thing after the other on the pool. All state of
    /// a client belongs here, so that none of it needs a lock, and nothing needs a thread where there is none (WebGL). For the same reason
    /// no <c>await</c> of this SDK leaves it by <c>ConfigureAwait(false)</c>.
    /// </summary>
    internal sealed class Home
    {
        private readonly SynchronizationContext context;

        internal Home(SynchronizationContext context)
        {
            this.context = context ?? new SerialContext();
        }

        private bool IsHere
        {
            get { return SynchronizationContext.Current == context; }
        }

        internal void Post(Action work)
        {
            context.Post(state => ((Action)state)(), work);
        }

        internal Task Run(Func<Task> work)
        {
            return Run(async () =>
            {
                await work();
                return true;
            });
        }

        internal Task<T> Run<T>(Func<Task<T>> work)
        {
            if (IsHere)
            {
                return Begin(work);
            }
            var done = new TaskCompletionSource<T>();
            context.Post(async state =>
            {
                try
                {
                    done.TrySetResult(await work());
                }
                catch (OperationCanceledException e)
                {
                    Cancelled(done, e);
                }
                catch (Exception e)
                {
                    done.TrySetException(e);
                }
            }, null);
            return done.Task;
        }

        /// <summary>What fails at once fails in the task as well: who does not wait is not interrupted.</summary>
        private static Task<T> Begin<T>(Func<Task<T>> work)
        {
            try
            {
                return work();
            }
            catch (OperationCanceledException e)
            {
                var cancelled = new TaskCompletionSource<T>();
                Cancelled(cancelled, e);
                return cancelled.Task;
            }
            catch (Exception e)
            {
                return Task.FromException<T>(e);
            }
        }

        private static void Cancelled<T>(TaskCompletionSource<T> done, OperationCanceledException e)
        {
            if (e.CancellationToken.IsCancellationRequested)
            {
                done.TrySetCanceled(e.CancellationToken);
            }
            else
            {
                done.TrySetCanceled();
            }
        }
    }
}
