using System;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// An outcome that is waited for. It is told in a turn of its own, so that whoever waits does not go on in the middle of the SDK's own
    /// work. (RunContinuationsAsynchronously is no way to that: it takes a thread of the pool, and a browser has none.)
    /// </summary>
    internal sealed class Promise<T>
    {
        private readonly TaskCompletionSource<T> source = new TaskCompletionSource<T>();
        private readonly Home home;

        internal Promise(Home home)
        {
            this.home = home;
            // It may break with nobody waiting; that is told by an event, not by the end of the process.
            Waiting.Ignore(source.Task);
        }

        internal Task<T> Task
        {
            get { return source.Task; }
        }

        internal void Keep(T value)
        {
            home.Post(() => source.TrySetResult(value));
        }

        internal void Break(Exception why)
        {
            home.Post(() => source.TrySetException(why));
        }
    }
}
