using System;

namespace Jiga.Store
{
    /// <summary>
    /// How one call is made, where it differs from the client's options.
    /// <example><code>
    /// var how = new CallOptions { IdempotencyKey = "match-4711-hire", Timeout = TimeSpan.FromSeconds(5) };
    /// using (var session = await store.Marketplace.HireAsync("nova-coordinator-001", 20000, cancel, how)) { }
    /// </code></example>
    /// </summary>
    public sealed class CallOptions
    {
        internal static readonly CallOptions Default = new CallOptions();

        /// <summary>
        /// For what creates something or moves DOF: the same key is the same effect, also after a restart of the game. Without one, each
        /// call has a key of its own for all its tries.
        /// </summary>
        public string IdempotencyKey { get; set; }

        /// <summary>How long one try may take.</summary>
        public TimeSpan? Timeout { get; set; }

        /// <summary>How often it is tried again, if it may be.</summary>
        public int? MaxRetries { get; set; }
    }
}
