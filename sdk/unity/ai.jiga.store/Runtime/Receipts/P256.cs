using System;
using System.Numerics;

namespace Jiga.Store
{
    /// <summary>
    /// Verifies ECDSA signatures on P-256 (FIPS 186-5, section 6.4.2; the curve is of SEC 2, section 2.4.2). Neither mono nor Unity's
    /// runtimes have one: their ECDsa.Create() is not implemented. This only verifies, and everything that it sees is public, so it need
    /// not hide how long it takes.
    /// </summary>
    internal static class P256
    {
        private static readonly BigInteger P = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
        private static readonly BigInteger N = Hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

        private static readonly Point G = new Point(
            Hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            Hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
            BigInteger.One);

        /// <param name="x">of the public key, big endian</param>
        /// <param name="y">of the public key, big endian</param>
        /// <param name="hash">SHA-256 of what was signed</param>
        /// <param name="signature">r and s, 32 bytes each (RFC 7518, section 3.4)</param>
        internal static bool Verify(byte[] x, byte[] y, byte[] hash, byte[] signature)
        {
            if (x.Length != 32 || y.Length != 32 || hash.Length != 32 || signature.Length != 64)
            {
                return false;
            }
            var key = new Point(Number(x, 0), Number(y, 0), BigInteger.One);
            BigInteger r = Number(signature, 0);
            BigInteger s = Number(signature, 32);
            if (!IsOnCurve(key) || r.IsZero || s.IsZero || r >= N || s >= N)
            {
                return false;
            }
            BigInteger w = BigInteger.ModPow(s, N - 2, N);
            BigInteger u1 = Mod(Number(hash, 0) * w, N);
            BigInteger u2 = Mod(r * w, N);
            Point sum = Sum(u1, G, u2, key);
            if (sum.Z.IsZero)
            {
                return false;
            }
            BigInteger z = BigInteger.ModPow(sum.Z, P - 2, P);
            return Mod(Mod(sum.X * Mod(z * z, P), P), N) == r;
        }

        private static bool IsOnCurve(Point q)
        {
            if (q.X >= P || q.Y >= P)
            {
                return false;
            }
            return Mod(q.Y * q.Y, P) == Mod((((q.X * q.X) - 3) * q.X) + B, P);
        }

        /// <summary>a*A + b*B, both walked together (Shamir's trick).</summary>
        private static Point Sum(BigInteger a, Point first, BigInteger b, Point second)
        {
            Point both = Add(first, second);
            Point sum = Point.Infinity;
            byte[] bitsOfA = a.ToByteArray();
            byte[] bitsOfB = b.ToByteArray();
            for (int bit = 255; bit >= 0; bit--)
            {
                sum = Double(sum);
                bool inA = Bit(bitsOfA, bit);
                bool inB = Bit(bitsOfB, bit);
                if (inA || inB)
                {
                    sum = Add(sum, inA && inB ? both : inA ? first : second);
                }
            }
            return sum;
        }

        private static bool Bit(byte[] little, int bit)
        {
            return bit / 8 < little.Length && (little[bit / 8] >> (bit % 8) & 1) == 1;
        }

        private static Point Double(Point q)
        {
            if (q.Z.IsZero || q.Y.IsZero)
            {
                return Point.Infinity;
            }
            // a = -3: dbl-2001-b of the Explicit-Formulas Database.
            BigInteger delta = Mod(q.Z * q.Z, P);
            BigInteger gamma = Mod(q.Y * q.Y, P);
            BigInteger beta = Mod(q.X * gamma, P);
            BigInteger alpha = Mod(3 * (q.X - delta) * (q.X + delta), P);
            BigInteger x = Mod((alpha * alpha) - (8 * beta), P);
            BigInteger z = Mod(((q.Y + q.Z) * (q.Y + q.Z)) - gamma - delta, P);
            BigInteger y = Mod((alpha * ((4 * beta) - x)) - (8 * gamma * gamma), P);
            return new Point(x, y, z);
        }

        private static Point Add(Point a, Point b)
        {
            if (a.Z.IsZero)
            {
                return b;
            }
            if (b.Z.IsZero)
            {
                return a;
            }
            BigInteger z1 = Mod(a.Z * a.Z, P);
            BigInteger z2 = Mod(b.Z * b.Z, P);
            BigInteger u1 = Mod(a.X * z2, P);
            BigInteger u2 = Mod(b.X * z1, P);
            BigInteger s1 = Mod(a.Y * b.Z * z2, P);
            BigInteger s2 = Mod(b.Y * a.Z * z1, P);
            BigInteger h = Mod(u2 - u1, P);
            BigInteger r = Mod(s2 - s1, P);
            if (h.IsZero)
            {
                return r.IsZero ? Double(a) : Point.Infinity;
            }
            BigInteger hh = Mod(h * h, P);
            BigInteger hhh = Mod(h * hh, P);
            BigInteger v = Mod(u1 * hh, P);
            BigInteger x = Mod((r * r) - hhh - (2 * v), P);
            BigInteger y = Mod((r * (v - x)) - (s1 * hhh), P);
            return new Point(x, y, Mod(h * a.Z * b.Z, P));
        }

        private static BigInteger Mod(BigInteger value, BigInteger modulus)
        {
            BigInteger rest = value % modulus;
            return rest.Sign < 0 ? rest + modulus : rest;
        }

        private static BigInteger Number(byte[] bigEndian, int from)
        {
            var little = new byte[33];
            for (int i = 0; i < 32; i++)
            {
                little[31 - i] = bigEndian[from + i];
            }
            return new BigInteger(little);
        }

        private static BigInteger Hex(string digits)
        {
            var bytes = new byte[32];
            for (int i = 0; i < 32; i++)
            {
                bytes[i] = Convert.ToByte(digits.Substring(2 * i, 2), 16);
            }
            return Number(bytes, 0);
        }

        /// <summary>In Jacobian coordinates: (X/Z^2, Y/Z^3); Z is 0 at infinity.</summary>
        private struct Point
        {
            internal static readonly Point Infinity = new Point(BigInteger.One, BigInteger.One, BigInteger.Zero);

            internal readonly BigInteger X;
            internal readonly BigInteger Y;
            internal readonly BigInteger Z;

            internal Point(BigInteger x, BigInteger y, BigInteger z)
            {
                X = x;
                Y = y;
                Z = z;
            }
        }
    }
}
