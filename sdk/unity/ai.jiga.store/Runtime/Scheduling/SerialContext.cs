using System;
using System.Collections.Generic;
using System.Threading;

namespace Jiga.Store
{
    /// <summary>
    /// Runs what is posted one after the other on threads of the pool. Where there is no main thread to call back on, in a console program
    /// or a server, it takes that place: events still come one at a time, in their order.
    /// </summary>
    internal sealed class SerialContext : SynchronizationContext
    {
        private readonly Queue<KeyValuePair<SendOrPostCallback, object>> waiting = new Queue<KeyValuePair<SendOrPostCallback, object>>();
        private bool running;

        public override void Post(SendOrPostCallback work, object state)
        {
            lock (waiting)
            {
                waiting.Enqueue(new KeyValuePair<SendOrPostCallback, object>(work, state));
                if (running)
                {
                    return;
                }
                running = true;
            }
            ThreadPool.UnsafeQueueUserWorkItem(Drain, null);
        }

        public override void Send(SendOrPostCallback work, object state)
        {
            if (Current == this)
            {
                work(state);
                return;
            }
            using (var done = new ManualResetEventSlim())
            {
                Post(s =>
                {
                    try
                    {
                        work(s);
                    }
                    finally
                    {
                        done.Set();
                    }
                }, state);
                done.Wait();
            }
        }

        public override SynchronizationContext CreateCopy()
        {
            return this;
        }

        private void Drain(object nothing)
        {
            SynchronizationContext before = Current;
            SetSynchronizationContext(this);
            try
            {
                while (true)
                {
                    KeyValuePair<SendOrPostCallback, object> next;
                    lock (waiting)
                    {
                        if (waiting.Count == 0)
                        {
                            running = false;
                            return;
                        }
                        next = waiting.Dequeue();
                    }
                    next.Key(next.Value);
                }
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}
