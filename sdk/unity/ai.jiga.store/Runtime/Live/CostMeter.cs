using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// What a live session has cost, for a display: it moves evenly between the store's updates, and never shows more than the bill will say.
    /// <example><code>
    /// live.Cost.Changed += cost => Console.WriteLine(cost.Consumed + " DOF, " + cost.Remaining + " left");
    /// </code></example>
    /// </summary>
    /// <remarks>
    /// An update alone is no promise: when a line goes dead in silence, the store sets the clock back to the last sign of life. So each
    /// update is answered with a ping, and its time counts here when the pong comes. What an answer cost is durable before it is told, and
    /// counts at once.
    /// </remarks>
    public sealed class CostMeter
    {
        private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

        private readonly IClock clock;
        private readonly Action<Exception> threw;
        private readonly CancellationTokenSource stop = new CancellationTokenSource();
        private readonly object gate = new object();

        private long allocated;
        private long charged;
        private double timeFrom;
        private double timeTo;
        private TimeSpan movesSince;
        private TimeSpan movesFor = Usual;
        private TimeSpan lastProof;
        private long? unproven;
        private long shown;
        private long? bill;
        private long? secondsLeft;
        private TimeSpan secondsLeftSince;
        private bool paused;
        private bool telling;
        private Action<CostMeter> changed;

        internal CostMeter(IClock clock, Action<Exception> threw)
        {
            this.clock = clock;
            this.threw = threw;
        }

        /// <summary>Raised when what is shown changes, at most ten times a second. Without a listener nothing ticks.</summary>
        public event Action<CostMeter> Changed
        {
            add
            {
                changed += value;
                Tick();
            }
            remove { changed -= value; }
        }

        /// <summary>DOF an active hour.</summary>
        public long Rate { get; private set; }

        /// <summary>What was used so far, in DOF; at the end what the bill says.</summary>
        public long Consumed
        {
            get
            {
                lock (gate)
                {
                    if (bill != null)
                    {
                        return bill.Value;
                    }
                    long now = Math.Min((long)Math.Floor(Time() + 1e-9) + charged, allocated);
                    shown = Math.Max(shown, now);
                    return shown;
                }
            }
        }

        /// <summary>What is left of the allocation.</summary>
        public long Remaining
        {
            get { return allocated - Consumed; }
        }

        /// <summary>Until time alone has used the allocation up; null while the clock stands.</summary>
        public double? EstimatedSecondsLeft
        {
            get
            {
                if (secondsLeft == null || paused || bill != null)
                {
                    return null;
                }
                return Math.Max(0, secondsLeft.Value - (clock.Elapsed - secondsLeftSince).TotalSeconds);
            }
        }

        /// <summary>Raises <see cref="Changed"/> no more. The figures stay readable.</summary>
        public void Stop()
        {
            stop.Cancel();
        }

        /// <summary>In words.</summary>
        public override string ToString()
        {
            return Consumed + " of " + allocated + " DOF";
        }

        internal void Begin(SessionStartedDof dof)
        {
            lock (gate)
            {
                allocated = dof.Allocated;
                Rate = dof.Rate;
                charged = 0;
                unproven = null;
                // What a greeting says was read when the line was up, and no older line can take it back.
                timeFrom = timeTo = dof.Consumed;
                lastProof = clock.Elapsed;
            }
            Tell();
        }

        /// <summary>An answer's last word, of a thing that this line told for the first time.</summary>
        internal void Charge(long dof)
        {
            lock (gate)
            {
                charged += dof;
            }
            Tell();
        }

        /// <returns>whether it wants a proof that the store hears us</returns>
        internal bool Update(DofUpdateFrame update)
        {
            lock (gate)
            {
                Rate = update.Rate;
                paused = update.Paused;
                secondsLeft = update.EstimatedTimeRemaining;
                secondsLeftSince = clock.Elapsed;
                if (paused)
                {
                    // A pause is durable before it is told, and while it lasts there is nothing to move to.
                    unproven = null;
                    timeFrom = timeTo = Math.Max(timeTo, update.Consumed - charged);
                    return false;
                }
                if (unproven != null)
                {
                    return false;
                }
                unproven = update.Consumed - charged;
                return true;
            }
        }

        /// <summary>The store has heard us after the update came: its time cannot be taken back.</summary>
        internal void Prove()
        {
            lock (gate)
            {
                if (unproven == null)
                {
                    return;
                }
                TimeSpan now = clock.Elapsed;
                timeFrom = Time();
                timeTo = Math.Max(timeTo, unproven.Value);
                movesSince = now;
                TimeSpan sinceLast = now - lastProof;
                movesFor = sinceLast < Step ? Step : sinceLast < Usual ? sinceLast : Usual;
                lastProof = now;
                unproven = null;
            }
            Tell();
        }

        /// <summary>The line broke: what was not proven may have been taken back.</summary>
        internal void Forget()
        {
            lock (gate)
            {
                unproven = null;
            }
        }

        internal void End(Bill final)
        {
            lock (gate)
            {
                bill = final == null ? Consumed : final.Consumed;
            }
            Tell();
            Stop();
        }

        private double Time()
        {
            double part = movesFor <= TimeSpan.Zero ? 1 : (clock.Elapsed - movesSince).TotalSeconds / movesFor.TotalSeconds;
            return timeFrom + ((timeTo - timeFrom) * Math.Max(0, Math.Min(1, part)));
        }

        private void Tell()
        {
            Action<CostMeter> listeners = changed;
            if (listeners == null || stop.IsCancellationRequested)
            {
                return;
            }
            foreach (Delegate each in listeners.GetInvocationList())
            {
                try
                {
                    ((Action<CostMeter>)each)(this);
                }
                catch (Exception e)
                {
                    threw(e);
                }
            }
            Tick();
        }

        private void Tick()
        {
            if (!telling && changed != null && !stop.IsCancellationRequested && bill == null && timeTo > Time())
            {
                telling = true;
                Waiting.Ignore(Move());
            }
        }

        private async Task Move()
        {
            try
            {
                while (changed != null && bill == null && timeTo > Time())
                {
                    long before = Consumed;
                    await clock.Delay(Step, stop.Token);
                    if (Consumed != before)
                    {
                        Tell();
                    }
                }
            }
            finally
            {
                telling = false;
            }
        }
    }
}
