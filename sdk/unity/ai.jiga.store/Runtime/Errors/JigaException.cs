using System;

namespace Jiga.Store
{
    /// <summary>
    /// What every exception of this SDK is. Its message never holds a key, a token or a ticket.
    /// <example><code>
    /// try { await store.Wallet.GetAsync(cancel); }
    /// catch (JigaException e) { Console.WriteLine(e.Message); }
    /// </code></example>
    /// </summary>
    public class JigaException : Exception
    {
        /// <summary>Says what happened, and what to do.</summary>
        public JigaException(string message, Exception inner = null) : base(Secrets.Hide(message), inner)
        {
        }
    }

    /// <summary>
    /// The store could not be reached, or the line to it broke. The network's fault: nothing is known of the call.
    /// <example><code>
    /// try { await store.Wallet.GetAsync(cancel); }
    /// catch (ConnectionException) { Console.WriteLine("Are you online?"); }
    /// </code></example>
    /// </summary>
    public sealed class ConnectionException : JigaException
    {
        /// <summary>Says what could not be reached.</summary>
        public ConnectionException(string message, Exception inner = null) : base(message, inner)
        {
        }
    }

    /// <summary>
    /// The store did not answer in time.
    /// <example><code>
    /// try { await store.Wallet.GetAsync(cancel, new CallOptions { Timeout = TimeSpan.FromSeconds(2) }); }
    /// catch (JigaTimeoutException e) { Console.WriteLine(e.Message); }
    /// </code></example>
    /// </summary>
    public sealed class JigaTimeoutException : JigaException
    {
        /// <summary>Says how long it was waited for.</summary>
        public JigaTimeoutException(string message) : base(message)
        {
        }
    }

    /// <summary>
    /// The session is over: what was asked of it will not be answered, and costs nothing more.
    /// <example><code>
    /// try { await live.SayAsync("Still there?", cancel); }
    /// catch (SessionEndedException e) { Console.WriteLine(e.Reason + ": " + e.Bill); }
    /// </code></example>
    /// </summary>
    public sealed class SessionEndedException : JigaException
    {
        /// <summary>Says why it ended, and what it came to.</summary>
        public SessionEndedException(string reason, Bill bill)
            : base("The session is over (" + reason + ")" + (bill == null ? "." : ": " + bill + "."))
        {
            Reason = reason;
            Bill = bill;
        }

        /// <summary>Why, such as <c>ended_by_player</c>, <c>allocation_exhausted</c>, <c>away_too_long</c>.</summary>
        public string Reason { get; private set; }

        /// <summary>What it came to; null when the store could not be asked, or the session goes on elsewhere.</summary>
        public Bill Bill { get; private set; }
    }

    /// <summary>
    /// A receipt is not what it claims to be.
    /// <example><code>
    /// try { await store.Receipts.VerifyAsync("not.a.receipt", cancel); }
    /// catch (ReceiptException e) { Console.WriteLine(e.Message); }
    /// </code></example>
    /// </summary>
    public sealed class ReceiptException : JigaException
    {
        /// <summary>Says what is wrong with it.</summary>
        public ReceiptException(string message, Exception inner = null) : base(message, inner)
        {
        }
    }
}
