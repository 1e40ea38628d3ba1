/**
 * Where the SDK tells what it does: `console` fits, and so do pino and winston. Each method may be left out. No message and no
 * detail has a key, a token or a ticket in it.
 *
 * @example
 * ```ts
 * const quiet = new JigaStore({ accessToken, logger: { warn: console.warn, error: console.error } })
 * ```
 */
export interface Logger {
  /** Each call and each frame that matters. */
  debug?(message: string, details?: object): void
  /** Retries and reconnects. */
  info?(message: string, details?: object): void
  /** What you should look at one day, such as a deprecation. */
  warn?(message: string, details?: object): void
  /** What nobody else was told of. */
  error?(message: string, details?: object): void
}
