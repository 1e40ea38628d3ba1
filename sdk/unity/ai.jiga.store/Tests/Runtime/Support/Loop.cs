using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    /// <summary>
    /// A main thread as Unity has one, and time that goes on when nothing else does: what waits for ten minutes is tested in no time, and
    /// the same each time. Whatever would need another thread never comes, and the test says that it is stuck; so what passes here works
    /// in a browser.
    /// </summary>
    internal sealed class Loop : SynchronizationContext, IClock
    {
        private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

        private readonly Queue<KeyValuePair<SendOrPostCallback, object>> turns = new Queue<KeyValuePair<SendOrPostCallback, object>>();
        private readonly List<Alarm> alarms = new List<Alarm>();

        private sealed class Alarm
        {
            internal TimeSpan At;
            internal readonly TaskCompletionSource<bool> Done = new TaskCompletionSource<bool>();
        }

        public TimeSpan Elapsed { get; private set; }

        public DateTimeOffset Now
        {
            get { return new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) + Elapsed; }
        }

        /// <summary>Runs a test as if on the main thread, until it is done.</summary>
        internal static void Run(Func<Loop, Task> test)
        {
            var loop = new Loop();
            SynchronizationContext before = Current;
            SetSynchronizationContext(loop);
            try
            {
                Task running = test(loop);
                while (!running.IsCompleted)
                {
                    loop.Turn();
                }
                running.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public Task Delay(TimeSpan time, CancellationToken cancel)
        {
            var alarm = new Alarm { At = Elapsed + time };
            alarms.Add(alarm);
            cancel.Register(() =>
            {
                if (alarms.Remove(alarm))
                {
                    alarm.Done.TrySetCanceled();
                }
            });
            return alarm.Done.Task;
        }

        /// <summary>The machine sleeps: time goes by, and nothing happens in it.</summary>
        internal void Sleeps(TimeSpan time)
        {
            Elapsed += time;
        }

        public override void Post(SendOrPostCallback work, object state)
        {
            turns.Enqueue(new KeyValuePair<SendOrPostCallback, object>(work, state));
        }

        public override SynchronizationContext CreateCopy()
        {
            return this;
        }

        private void Turn()
        {
            if (turns.Count > 0)
            {
                KeyValuePair<SendOrPostCallback, object> next = turns.Dequeue();
                next.Key(next.Value);
                return;
            }
            Alarm first = null;
            foreach (Alarm each in alarms)
            {
                first = first == null || each.At < first.At ? each : first;
            }
            if (first == null || Elapsed > Longest)
            {
                Assert.Fail("Stuck: nothing is left to happen, and the test is not done.");
            }
            alarms.Remove(first);
            Elapsed = first.At > Elapsed ? first.At : Elapsed;
            first.Done.TrySetResult(true);
        }
    }
}
