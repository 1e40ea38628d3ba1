import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type { Notification, NotificationFilter } from "../types.js"

/**
 * What somebody should know.
 *
 * @example
 * ```ts
 * for await (const { title, text } of store.notifications.list({ unread: true })) console.log(title, text)
 * ```
 */
export class Notifications {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * What there is, the newest first.
   *
   * @example
   * ```ts
   * const { items } = await store.notifications.list({ unread: true }).page()
   * console.log(items.length)
   * ```
   */
  list(filter: NotificationFilter = {}, options?: RequestOptions): Pages<Notification> {
    return this.#api.pages("/notifications", filter, options)
  }

  /**
   * Marks one as read.
   *
   * @example
   * ```ts
   * for await (const { id } of store.notifications.list({ unread: true })) await store.notifications.read(id)
   * ```
   */
  read(notificationId: string, options?: RequestOptions): Promise<Notification> {
    return this.#api.again(`/notifications/${id(notificationId)}/read`, undefined, options)
  }
}
