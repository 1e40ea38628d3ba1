using System;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    /// <summary>What NUnit 2.6 and 3 do not share: an assertion that a task fails.</summary>
    internal static class Fails
    {
        internal static async Task<T> With<T>(Task work) where T : Exception
        {
            try
            {
                await work;
            }
            catch (T expected)
            {
                return expected;
            }
            Assert.Fail("It did not fail with " + typeof(T).Name + ".");
            return null;
        }
    }
}
