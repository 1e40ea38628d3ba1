using System.Text.RegularExpressions;

namespace Jiga.Store
{
    /// <summary>Takes keys, tokens and tickets out of what may be read by somebody else.</summary>
    internal static class Secrets
    {
        private static readonly Regex Key = new Regex("jiga_(pub_)?(live|test)_[A-Za-z0-9_-]+");
        private static readonly Regex Token = new Regex("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
        private static readonly Regex Bearer = new Regex("(?i)(bearer )[A-Za-z0-9._~+/=-]+");
        private static readonly Regex Ticket = new Regex("(?i)(ticket=)[^&\\s\"]+");

        internal static string Hide(string text)
        {
            if (string.IsNullOrEmpty(text))
            {
                return text;
            }
            text = Key.Replace(text, "jiga_***");
            text = Token.Replace(text, "***");
            text = Bearer.Replace(text, "$1***");
            return Ticket.Replace(text, "$1***");
        }
    }
}
