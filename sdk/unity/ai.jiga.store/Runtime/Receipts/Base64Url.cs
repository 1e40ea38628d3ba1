using System;

namespace Jiga.Store
{
    /// <summary>RFC 4648, section 5, without padding and without anything else: one text for each value.</summary>
    internal static class Base64Url
    {
        private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        internal static byte[] Decode(string text)
        {
            if (text == null || text.Length % 4 == 1)
            {
                throw new FormatException("Not base64url.");
            }
            var bytes = new byte[text.Length * 3 / 4];
            int bits = 0;
            int held = 0;
            int at = 0;
            foreach (char c in text)
            {
                int value = Alphabet.IndexOf(c);
                if (value < 0)
                {
                    throw new FormatException("Not base64url.");
                }
                held = ((held << 6) | value) & 0xFFFF;
                bits += 6;
                if (bits >= 8)
                {
                    bits -= 8;
                    bytes[at++] = (byte)(held >> bits);
                }
            }
            if ((held & ((1 << bits) - 1)) != 0)
            {
                throw new FormatException("Not base64url: bits are left over.");
            }
            return bytes;
        }
    }
}
