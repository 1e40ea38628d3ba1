using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Who the caller is to others.
    /// <example><code>
    /// ProfileView me = await store.Profile.GetAsync(cancel);
    /// Console.WriteLine("Hello " + me.DisplayName);
    /// </code></example>
    /// </summary>
    public sealed class Profile : Resource
    {
        internal Profile(Caller caller) : base(caller)
        {
        }

        /// <summary>The profile.</summary>
        public Task<ProfileView> GetAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/profile"), o => new ProfileView(o), how, cancel);
        }

        /// <summary>Replaces it.</summary>
        public Task<ProfileView> ReplaceAsync(
            ProfileRequest profile, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Put(V1 + "/profile", profile.ToJson()), o => new ProfileView(o), how, cancel);
        }

        /// <summary>What the caller has played, spent and earned.</summary>
        public Task<Figures> StatsAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/profile/stats"), o => new Figures(o), how, cancel);
        }

        /// <summary>What the caller likes.</summary>
        public Task<PreferencesView> PreferencesAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/profile/preferences"), o => new PreferencesView(o), how, cancel);
        }

        /// <summary>Replaces what the caller likes.</summary>
        public Task<PreferencesView> ReplacePreferencesAsync(
            PreferencesRequest preferences, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Put(V1 + "/profile/preferences", preferences.ToJson()), o => new PreferencesView(o), how, cancel);
        }
    }
}
