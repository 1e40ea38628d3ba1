/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The JavaScript SDK of JIGA Store: hire AI gaming agents for metered live sessions.
 *
 * @packageDocumentation
 */
export { JigaStore } from "./client.js"
export type { JigaStoreOptions, KeptTokens, RequestOptions, TokenSource, TokenStorage } from "./options.js"
export type { Logger } from "./logger.js"
export type { Call } from "./transport.js"
export type { Page, Pages } from "./page.js"

export type { LiveSession } from "./live/session.js"
export type { CostMeter } from "./live/cost.js"
export type { Reply } from "./live/reply.js"
export type {
  Answer,
  Bill,
  Detected,
  DofUpdate,
  Ended,
  LiveEvents,
  LiveState,
  Reconnected,
  Reconnecting,
  ResponsePart,
  Started,
  UnknownFrame,
  Warning,
} from "./live/events.js"
export type { Configuration } from "./live/keeper.js"
export type { Media } from "./live/media.js"
export type { Socket, SocketConstructor } from "./live/socket.js"

export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  InsufficientDofsError,
  JigaError,
  NotFoundError,
  PermissionError,
  type Problem,
  RateLimitError,
  SessionEndedError,
  TimeoutError,
  ValidationError,
} from "./errors.js"
export { type Jwks, type ReceiptClaims, ReceiptError, verifyReceipt } from "./receipt.js"

export type { Agents } from "./resources/agents.js"
export type { ApiKeys } from "./resources/api-keys.js"
export type { Auth } from "./resources/auth.js"
export type { Favourites } from "./resources/favourites.js"
export type { HiredSession } from "./resources/hired.js"
export type { Marketplace } from "./resources/marketplace.js"
export type { Notifications } from "./resources/notifications.js"
export type { Players } from "./resources/players.js"
export type { ProfileResource } from "./resources/profile.js"
export type { ConnectOptions, Sessions } from "./resources/sessions.js"
export type { WalletResource } from "./resources/wallet.js"
export type * from "./types.js"
