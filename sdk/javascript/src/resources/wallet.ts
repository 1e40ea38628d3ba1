import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type {
  Checkout,
  HistoryFilter,
  Package,
  PurchaseRequest,
  TestFunds,
  Transaction,
  Transferred,
  TransferRequest,
  Wallet,
} from "../types.js"

/**
 * DOF: what there is, how it came and where it went.
 *
 * @example
 * ```ts
 * const { available, held } = await store.wallet.get()
 * console.log(`${available} DOF to spend, ${held} set aside`)
 * ```
 */
export class WalletResource {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * What the wallet holds.
   *
   * @example
   * ```ts
   * const { balance, available, held } = await store.wallet.get()
   * console.log(balance === available + held)
   * ```
   */
  get(options?: RequestOptions): Promise<Wallet> {
    return this.#api.get("/profile/wallet", undefined, options)
  }

  /**
   * What can be bought.
   *
   * @example
   * ```ts
   * for (const { id, dofAmount } of await store.wallet.packages()) console.log(id, dofAmount)
   * ```
   */
  async packages(options?: RequestOptions): Promise<Package[]> {
    return (await this.#api.get<{ items: Package[] }>("/transactions/packages", undefined, options)).items
  }

  /**
   * Begins a purchase: send the buyer to `checkoutUrl`. The DOF are there once it is paid.
   *
   * @example
   * ```ts
   * const { checkoutUrl } = await store.wallet.purchase({
   *   package: "silver",
   *   paymentMethod: "stripe",
   *   returnUrl: "https://example.org/bought",
   * })
   * console.log(`Pay at ${checkoutUrl}`)
   * ```
   */
  purchase(request: PurchaseRequest, options?: RequestOptions): Promise<Checkout> {
    return this.#api.once("/transactions/purchase", request, options)
  }

  /**
   * Gives DOF to another user. The sender pays a fee of a tenth on top. However often it is sent, it is one transfer.
   *
   * @example
   * ```ts
   * const { fee } = await store.wallet.transfer({ toUserId: userId, amount: 1_000, note: "For the clutch." })
   * console.log(fee)
   * ```
   */
  transfer(request: TransferRequest, options?: RequestOptions): Promise<Transferred> {
    return this.#api.once("/transactions/transfer", request, options)
  }

  /**
   * What came and went, the newest first.
   *
   * @example
   * ```ts
   * for await (const { type, direction, amount } of store.wallet.history({ type: "hire" })) console.log(type, direction, amount)
   * ```
   */
  history(filter: HistoryFilter = {}, options?: RequestOptions): Pages<Transaction> {
    return this.#api.pages("/transactions", filter, options)
  }

  /**
   * One movement.
   *
   * @example
   * ```ts
   * const bought = await store.wallet.transaction(transactionId)
   * console.log(bought.status)
   * ```
   */
  transaction(transactionId: string, options?: RequestOptions): Promise<Transaction> {
    return this.#api.get(`/transactions/${id(transactionId)}`, undefined, options)
  }

  /**
   * Fills the wallet of a test key with DOF_TEST, which are worth nothing.
   *
   * @example
   * ```ts
   * const { available, currency } = await store.wallet.testFunds(500_000)
   * console.log(available, currency)
   * ```
   */
  testFunds(amount: number, options?: RequestOptions): Promise<TestFunds> {
    return this.#api.once("/profile/wallet/test-funds", { amount }, options)
  }
}
