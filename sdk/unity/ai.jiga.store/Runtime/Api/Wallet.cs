using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// The caller's DOF.
    /// <example><code>
    /// WalletView wallet = await store.Wallet.GetAsync(cancel);
    /// Console.WriteLine(wallet.Available + " DOF to spend, " + wallet.Held + " set aside");
    /// </code></example>
    /// </summary>
    public sealed class Wallet : Resource
    {
        internal Wallet(Caller caller) : base(caller)
        {
        }

        /// <summary>How much there is.</summary>
        public Task<WalletView> GetAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/profile/wallet"), o => new WalletView(o), how, cancel);
        }

        /// <summary>Begins a purchase; the player pays at <c>CheckoutUrl</c>.</summary>
        public Task<Checkout> PurchaseAsync(
            PurchaseRequest purchase, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/transactions/purchase", purchase.ToJson(), how), o => new Checkout(o), how, cancel);
        }

        /// <summary>Puts DOF of the test into the wallet of a test key, or of a test's player. No money moves.</summary>
        public Task<TestFunds> AddTestFundsAsync(long amount, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            var body = new TestFundsRequest { Amount = amount };
            return Ask(ApiCall.Once(V1 + "/profile/wallet/test-funds", body.ToJson(), how), o => new TestFunds(o), how, cancel);
        }

        /// <summary>Sends DOF to somebody. The fee comes on top.</summary>
        public Task<Transferred> TransferAsync(
            TransferRequest transfer, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/transactions/transfer", transfer.ToJson(), how), o => new Transferred(o), how, cancel);
        }

        /// <summary>What can be bought.</summary>
        public Task<Packages> PackagesAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/transactions/packages"), o => new Packages(o), how, cancel);
        }

        /// <summary>What came and went, the newest first.</summary>
        public Pages<TransactionView> History(string type = null, string status = null, int? limit = null, CallOptions how = null)
        {
            return List(
                () => ApiCall.Get(V1 + "/transactions").Ask("type", type).Ask("status", status).Ask("limit", limit),
                o => new TransactionView(o), how);
        }

        /// <summary>One of them.</summary>
        public Task<TransactionView> TransactionAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/transactions/" + Part(id)), o => new TransactionView(o), how, cancel);
        }
    }
}
