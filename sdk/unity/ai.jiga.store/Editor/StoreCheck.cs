using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store.Editor
{
    /// <summary>The test call: is the store there, and does it know the key?</summary>
    public static class StoreCheck
    {
        /// <summary>Asks, and says what it found in a sentence or two.</summary>
        public static async Task<string> Run(JigaStore store, bool withKey, CancellationToken cancel)
        {
            Page<ListingCard> page = await store.Marketplace.Browse(1).PageAsync(cancel);
            string found = "The store answers: " + (page.Total ?? page.Items.Count) + " agents are listed.";
            if (!withKey)
            {
                return found + " No key was given, so nothing else was asked.";
            }
            WalletView wallet = await store.Wallet.GetAsync(cancel);
            return found + " The key is good: " + wallet.Available + " DOF to spend, " + wallet.Held + " set aside.";
        }
    }
}
