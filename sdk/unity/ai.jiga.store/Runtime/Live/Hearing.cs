using System;

namespace Jiga.Store
{
    /// <summary>
    /// An event whose listeners do not harm each other: one that throws is reported, and the others still hear. Of what happens once, who
    /// comes late hears as well.
    /// </summary>
    internal sealed class Hearing<T> where T : class
    {
        private readonly Action<Exception> threw;
        private readonly object gate = new object();
        private Action<T> listeners;
        private T kept;

        internal Hearing(Action<Exception> threw)
        {
            this.threw = threw;
        }

        internal bool IsHeard
        {
            get { return listeners != null; }
        }

        internal void Add(Action<T> listener)
        {
            lock (gate)
            {
                listeners += listener;
            }
        }

        /// <summary>As <see cref="Add"/>, and tells what was kept, in its turn.</summary>
        internal void AddLate(Action<T> listener, Home home)
        {
            T past = kept;
            Add(listener);
            if (past != null)
            {
                home.Post(() => Tell(listener, past));
            }
        }

        internal void Remove(Action<T> listener)
        {
            lock (gate)
            {
                listeners -= listener;
            }
        }

        internal void Keep(T what)
        {
            kept = what;
        }

        internal void Tell(T what)
        {
            Tell(listeners, what);
        }

        private void Tell(Action<T> to, T what)
        {
            if (to == null)
            {
                return;
            }
            foreach (Delegate each in to.GetInvocationList())
            {
                try
                {
                    ((Action<T>)each)(what);
                }
                catch (Exception e)
                {
                    threw(e);
                }
            }
        }
    }
}
