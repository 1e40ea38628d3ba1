using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// What the store has told the caller.
    /// <example><code>
    /// await store.Notifications.List(unread: true).ForEachAsync(n => Console.WriteLine(n.Title), cancel);
    /// </code></example>
    /// </summary>
    public sealed class Notifications : Resource
    {
        internal Notifications(Caller caller) : base(caller)
        {
        }

        /// <summary>The newest first, or only those that were not read.</summary>
        public Pages<NotificationView> List(bool? unread = null, int? limit = null, CallOptions how = null)
        {
            return List(
                () => ApiCall.Get(V1 + "/notifications").Ask("unread", unread).Ask("limit", limit), o => new NotificationView(o), how);
        }

        /// <summary>Marks one as read.</summary>
        public Task<NotificationView> ReadAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Harmless(V1 + "/notifications/" + Part(id) + "/read"), o => new NotificationView(o), how, cancel);
        }
    }
}
