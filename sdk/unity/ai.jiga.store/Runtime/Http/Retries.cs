using System;
using System.Globalization;

namespace Jiga.Store
{
    /// <summary>
    /// When a call is made again, and how long after. Waits grow from half a second, and half of each is drawn at random ("equal
    /// jitter", AWS Architecture Blog, 2015), so that the players of a store that comes back do not all come at once.
    /// </summary>
    internal static class Retries
    {
        private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

        /// <summary>Longer than this nobody waits for a call; the caller is told how long the store asks for instead.</summary>
        internal static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(60);

        private static readonly Random Chance = new Random();

        internal static bool IsTransient(int status)
        {
            return status == 408 || status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
        }

        /// <param name="attempt">which try has failed, from 1</param>
        /// <param name="asked">what the store asked for in <c>Retry-After</c></param>
        internal static TimeSpan Wait(int attempt, TimeSpan? asked)
        {
            return Wait(attempt, First, Longest) + (asked ?? TimeSpan.Zero);
        }

        internal static TimeSpan Wait(int attempt, TimeSpan first, TimeSpan longest)
        {
            double bound = Math.Min(longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 30)));
            double drawn;
            lock (Chance)
            {
                drawn = Chance.NextDouble();
            }
            return TimeSpan.FromSeconds(bound * (0.5 + (0.5 * drawn)));
        }

        /// <summary>Seconds, or a date (RFC 9110, section 10.2.3).</summary>
        internal static TimeSpan? RetryAfter(string header, DateTimeOffset now)
        {
            int seconds;
            DateTimeOffset date;
            if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            {
                return TimeSpan.FromSeconds(seconds);
            }
            if (DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
            {
                return date > now ? date - now : TimeSpan.Zero;
            }
            return null;
        }
    }
}
