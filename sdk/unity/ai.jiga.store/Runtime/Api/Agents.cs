using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Agents: the platform's own, and those that an owner makes.
    /// <example><code>
    /// SeenAgent nova = await store.Agents.GetAsync("nova-coordinator-001", cancel);
    /// Console.WriteLine(nova.Name + ", " + nova.Rank);
    /// </code></example>
    /// </summary>
    public sealed class Agents : Resource
    {
        internal Agents(Caller caller) : base(caller)
        {
        }

        /// <summary>Agents that may be seen, or those of one owner.</summary>
        public Pages<SeenAgent> List(string ownerId = null, int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/agents").Ask("ownerId", ownerId).Ask("limit", limit), o => new SeenAgent(o), how);
        }

        /// <summary>The platform's own agents.</summary>
        public Pages<PublicAgent> System(int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/agents/system").Ask("limit", limit), o => new PublicAgent(o), how);
        }

        /// <summary>One agent; what only its owner sees is null to others.</summary>
        public Task<SeenAgent> GetAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/agents/" + Part(id)), o => new SeenAgent(o), how, cancel);
        }

        /// <summary>Makes an agent, as a draft.</summary>
        public Task<OwnAgent> CreateAsync(AgentRequest agent, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/agents", agent.ToJson(), how), o => new OwnAgent(o), how, cancel);
        }

        /// <summary>Replaces what an agent is.</summary>
        public Task<OwnAgent> ReplaceAsync(
            string id, AgentRequest agent, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Put(V1 + "/agents/" + Part(id), agent.ToJson()), o => new OwnAgent(o), how, cancel);
        }

        /// <summary>Takes an agent away.</summary>
        public Task DeleteAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Caller.Do(ApiCall.Delete(V1 + "/agents/" + Part(id)), how, cancel);
        }

        /// <summary>How an agent is configured.</summary>
        public Task<Configured> ConfigurationAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/agents/" + Part(id) + "/config"), o => new Configured(o), how, cancel);
        }

        /// <summary>Configures an agent anew.</summary>
        public Task<Configured> ConfigureAsync(
            string id, ConfigurationRequest configuration, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Put(V1 + "/agents/" + Part(id) + "/config", configuration.ToJson()), o => new Configured(o), how, cancel);
        }

        /// <summary>What a variant of an agent would cost.</summary>
        public Task<VariantInfo> VariantInfoAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/agents/" + Part(id) + "/variant-info"), o => new VariantInfo(o), how, cancel);
        }

        /// <summary>Derives a variant of a system agent, for the price of its rank.</summary>
        public Task<VariantCreated> CreateVariantAsync(
            VariantRequest variant, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/agents/create-variant", variant.ToJson(), how), o => new VariantCreated(o), how, cancel);
        }

        /// <summary>Lists an agent on the marketplace.</summary>
        public Task<Published> PublishAsync(
            string id, Publish listing, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/agents/" + Part(id) + "/publish", listing.ToJson(), how), o => new Published(o), how, cancel);
        }

        /// <summary>Takes an agent off the marketplace.</summary>
        public Task<Unpublished> UnpublishAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/agents/" + Part(id) + "/unpublish", null, how), o => new Unpublished(o), how, cancel);
        }

        /// <summary>How an agent does, to its owner.</summary>
        public Task<Metrics> MetricsAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/agents/" + Part(id) + "/metrics"), o => new Metrics(o), how, cancel);
        }

        /// <summary>What an agent has earned its owner.</summary>
        public Task<Earnings> EarningsAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/agents/" + Part(id) + "/earnings"), o => new Earnings(o), how, cancel);
        }
    }
}
