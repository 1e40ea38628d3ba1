using System;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>A new player, with a wallet that is filled by the sandbox's checkout.</summary>
    internal sealed class Player
    {
        private const long Silver = 500000;

        internal JigaStore Store { get; private set; }
        internal Tokens Tokens { get; private set; }

        internal static async Task<Player> Register(string address, long wallet)
        {
            var store = new JigaStore(new JigaStoreOptions { BaseUrl = address });
            Tokens tokens = await store.Auth.RegisterAsync(new RegisterRequest
            {
                Email = "unity-" + Guid.NewGuid().ToString("N") + "@conformance.example",
                Password = "river-lantern-orchard",
                DisplayName = "Unity",
            });
            for (long filled = 0; filled < wallet; filled += Silver)
            {
                Checkout checkout = await store.Wallet.PurchaseAsync(
                    new PurchaseRequest { Package = "silver", PaymentMethod = "sandbox", ReturnUrl = "http://localhost:3000" });
                await Http.Send("POST", checkout.CheckoutUrl + "/pay", new JObject { { "card", "success" } });
            }
            for (int tries = 0; tries < 100 && wallet > 0 && (await store.Wallet.GetAsync()).Available < wallet; tries++)
            {
                await Task.Delay(50);
            }
            return new Player { Store = store, Tokens = tokens };
        }

        /// <summary>Ends what is still under way.</summary>
        internal async Task Leave()
        {
            PageIterator<SessionView> sessions = Store.Sessions.List().Items();
            while (await sessions.MoveNextAsync())
            {
                string status = sessions.Current.Status;
                if (status == "pending" || status == "active" || status == "paused")
                {
                    await Store.Sessions.EndAsync(sessions.Current.Id);
                }
            }
            Store.Dispose();
        }
    }
}
