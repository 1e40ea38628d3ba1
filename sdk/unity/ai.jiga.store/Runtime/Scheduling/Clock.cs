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
}
