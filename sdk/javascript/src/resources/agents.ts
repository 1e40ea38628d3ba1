import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type {
  Agent,
  AgentEarnings,
  AgentFilter,
  AgentMetrics,
  AgentQuery,
  AgentRequest,
  AgentVersion,
  Configured,
  OwnAgent,
  PublicAgent,
  Published,
  PublishRequest,
  Unpublished,
  VariantCreated,
  VariantInfo,
  VariantPatch,
  VariantRequest,
  Verdict,
} from "../types.js"

/**
 * Agents as such: who they are, and one's own to make and publish.
 *
 * @example
 * ```ts
 * for await (const agent of store.agents.system()) console.log(agent.name, agent.rank)
 * ```
 */
export class Agents {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * One's own agents, or those of another owner that everybody may see.
   *
   * @example
   * ```ts
   * for await (const agent of store.agents.list()) console.log(agent.id, agent.name)
   * ```
   */
  list(filter: AgentFilter = {}, options?: RequestOptions): Pages<Agent> {
    return this.#api.pages("/agents", filter, options)
  }

  /**
   * The platform's own agents.
   *
   * @example
   * ```ts
   * const agents = await store.agents.system().toArray({ limit: 20 })
   * ```
   */
  system(filter: { limit?: number } = {}, options?: RequestOptions): Pages<PublicAgent> {
    return this.#api.pages("/agents/system", filter, options)
  }

  /**
   * The variants that somebody has made.
   *
   * @example
   * ```ts
   * for await (const variant of store.agents.variantsOf(userId)) console.log(variant.name)
   * ```
   */
  variantsOf(userId: string, filter: { limit?: number } = {}, options?: RequestOptions): Pages<Agent> {
    return this.#api.pages(`/users/${id(userId)}/variants`, filter, options)
  }

  /**
   * One agent. Its owner sees more of it.
   *
   * @example
   * ```ts
   * const agent = await store.agents.get("nova-coordinator-001")
   * console.log(agent.name)
   * ```
   */
  get(agentId: string, query: AgentQuery = {}, options?: RequestOptions): Promise<Agent> {
    return this.#api.get(`/agents/${id(agentId)}`, query, options)
  }

  /**
   * Makes an agent of your own, a draft at first.
   *
   * @example
   * ```ts
   * const agent = await store.agents.create({
   *   name: "Kestrel",
   *   rank: "Bronze",
   *   type: "Assistant",
   *   provider: "builtin",
   *   nationality: "British",
   *   language: "en-GB",
   *   voiceId: "uk_female",
   *   features: { hasVoiceChat: true, hasCommentator: false, hasMemory: false },
   *   toolkit: ["general_gaming"],
   * })
   * console.log(agent.id)
   * ```
   */
  create(request: AgentRequest, options?: RequestOptions): Promise<OwnAgent> {
    return this.#api.once("/agents", request, options)
  }

  /**
   * Replaces an agent of your own.
   *
   * @example
   * ```ts
   * await store.agents.replace(agent.id, { ...request, description: "Calm, even in overtime." })
   * ```
   */
  replace(agentId: string, request: AgentRequest, options?: RequestOptions): Promise<OwnAgent> {
    return this.#api.send("PUT", `/agents/${id(agentId)}`, request, options)
  }

  /**
   * Deletes an agent of your own that is neither published nor hired.
   *
   * @example
   * ```ts
   * await store.agents.delete(agent.id)
   * ```
   */
  delete(agentId: string, options?: RequestOptions): Promise<void> {
    return this.#api.send("DELETE", `/agents/${id(agentId)}`, undefined, options)
  }

  /**
   * What a variant of a system agent would cost, and what it may change.
   *
   * @example
   * ```ts
   * console.log(await store.agents.variantInfo("nova-coordinator-001"))
   * ```
   */
  variantInfo(agentId: string, options?: RequestOptions): Promise<VariantInfo> {
    return this.#api.get(`/agents/${id(agentId)}/variant-info`, undefined, options)
  }

  /**
   * Makes a variant of a system agent, with a name and a voice of its own. It is paid once.
   *
   * @example
   * ```ts
   * const { variant, transaction } = await store.agents.createVariant({
   *   baseAgentId: "nova-coordinator-001",
   *   customization: { name: "Vega", voiceId: "uk_female" },
   * })
   * console.log(variant.id, transaction)
   * ```
   */
  createVariant(request: VariantRequest, options?: RequestOptions): Promise<VariantCreated> {
    return this.#api.once("/agents/create-variant", request, options)
  }

  /**
   * Changes what is its own of a variant.
   *
   * @example
   * ```ts
   * await store.agents.customizeVariant(agent.id, { name: "Vega II" })
   * ```
   */
  customizeVariant(variantId: string, changes: VariantPatch, options?: RequestOptions): Promise<OwnAgent> {
    return this.#api.send("PATCH", `/variants/${id(variantId)}`, changes, options)
  }

  /**
   * Offers an agent of your own in the marketplace.
   *
   * @example
   * ```ts
   * const { listingId } = await store.agents.publish(agent.id, {
   *   listing: {
   *     title: "Vega, who keeps a team together",
   *     description: "Calls what matters, and nothing else.",
   *     tags: ["caller"],
   *     category: ["coordination"],
   *     pricing: { baseRate: 5_600 },
   *     availability: { schedule: "always" },
   *   },
   * })
   * console.log(listingId)
   * ```
   */
  publish(agentId: string, request: PublishRequest, options?: RequestOptions): Promise<Published> {
    return this.#api.once(`/agents/${id(agentId)}/publish`, request, options)
  }

  /**
   * Takes it out of the marketplace. Sessions that run go on.
   *
   * @example
   * ```ts
   * await store.agents.unpublish(agent.id)
   * ```
   */
  unpublish(agentId: string, options?: RequestOptions): Promise<Unpublished> {
    return this.#api.once(`/agents/${id(agentId)}/unpublish`, undefined, options)
  }

  /**
   * An agent's configuration.
   *
   * @example
   * ```ts
   * const { configuration } = await store.agents.configuration(agent.id)
   * console.log(configuration)
   * ```
   */
  configuration(agentId: string, options?: RequestOptions): Promise<Configured> {
    return this.#api.get(`/agents/${id(agentId)}/config`, undefined, options)
  }

  /**
   * Replaces an agent's configuration.
   *
   * @example
   * ```ts
   * await store.agents.configure(agent.id, { target_fps: 3 })
   * ```
   */
  configure(agentId: string, configuration: Record<string, unknown>, options?: RequestOptions): Promise<Configured> {
    return this.#api.send("PUT", `/agents/${id(agentId)}/config`, { configuration }, options)
  }

  /**
   * Says what would be wrong with a configuration, and changes nothing.
   *
   * @example
   * ```ts
   * console.log(await store.agents.validate(agent.id, { target_fps: 99 }))
   * ```
   */
  validate(agentId: string, configuration: Record<string, unknown>, options?: RequestOptions): Promise<Verdict> {
    return this.#api.again(`/agents/${id(agentId)}/config/validate`, { configuration }, options)
  }

  /**
   * How an agent was before.
   *
   * @example
   * ```ts
   * for await (const version of store.agents.versions(agent.id)) console.log(version)
   * ```
   */
  versions(agentId: string, filter: { limit?: number } = {}, options?: RequestOptions): Pages<AgentVersion> {
    return this.#api.pages(`/agents/${id(agentId)}/versions`, filter, options)
  }

  /**
   * How an agent of your own does.
   *
   * @example
   * ```ts
   * console.log(await store.agents.metrics(agent.id))
   * ```
   */
  metrics(agentId: string, options?: RequestOptions): Promise<AgentMetrics> {
    return this.#api.get(`/agents/${id(agentId)}/metrics`, undefined, options)
  }

  /**
   * What an agent of your own has earned.
   *
   * @example
   * ```ts
   * console.log(await store.agents.earnings(agent.id))
   * ```
   */
  earnings(agentId: string, options?: RequestOptions): Promise<AgentEarnings> {
    return this.#api.get(`/agents/${id(agentId)}/earnings`, undefined, options)
  }

  /**
   * Gives an agent of your own a picture: a PNG, JPEG or WebP of at most 5 MiB.
   *
   * @example
   * ```ts
   * await store.agents.setImage(agent.id, await (await fetch("/kestrel.png")).blob())
   * ```
   */
  setImage(agentId: string, image: Blob, options?: RequestOptions): Promise<OwnAgent> {
    return this.#api.send("PUT", `/agents/${id(agentId)}/image`, image, options)
  }
}
