using System;

namespace Jiga.Store
{
    /// <summary>
    /// Says once for each client that the store will take something away that it uses: <c>Deprecation</c> (RFC 9745) and <c>Sunset</c>
    /// (RFC 8594). Once, because a game calls the same thing every minute.
    /// </summary>
    internal sealed class DeprecationNotices
    {
        private readonly Action<string> log;
        private bool said;

        internal DeprecationNotices(Action<string> log)
        {
            this.log = log;
        }

        internal void Look(string operation, HttpReply reply)
        {
            string deprecation = reply.Header("Deprecation");
            string sunset = reply.Header("Sunset");
            if ((deprecation == null && sunset == null) || said)
            {
                return;
            }
            said = true;
            log("WARNING: the store will take " + operation + " away"
                + (sunset == null ? "" : " on " + sunset) + ". Update the JIGA Store SDK (this one is " + SdkVersion.Number + ").");
        }
    }
}
