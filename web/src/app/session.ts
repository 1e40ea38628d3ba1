import {
  AuthenticationError,
  ConnectionError,
  JigaStore,
  type LoginRequest,
  type RegisterRequest,
  TimeoutError,
  type Tokens,
} from "@jiga/store"

/**
 * Who is signed in. What renews a sign-in lies in a cookie that no script reads; the access token lives in this page's memory alone.
 * That there is a sign-in is noted for the other tabs, so that a visitor without one asks for nothing.
 */
const NOTE = "jiga.signed-in"
/** Somebody signed out here, which the store could not be told. */
const UNTOLD = "jiga.sign-out"
const baseUrl = location.origin
const anybody = new JigaStore({ baseUrl })
/** The store takes lines from its own pages: those of a page in development go through the dev server. */
const lines = import.meta.env.DEV
  ? {
      WebSocket: class extends WebSocket {
        constructor(url: string, protocols?: string[]) {
          const { pathname, search } = new URL(url)
          super(`${location.origin.replace(/^http/, "ws")}${pathname}${search}`, protocols)
        }
      },
    }
  : {}
const listeners = new Set<() => void>()
const untoldListeners = new Set<() => void>()

let fresh: string | undefined
let signedIn = localStorage.getItem(NOTE) !== null
let mine: JigaStore | undefined
let untold = false
let telling: Promise<void> | undefined
let registered: string | undefined

function asMe(): JigaStore {
  return new JigaStore({
    baseUrl,
    ...lines,
    async accessToken() {
      // Good once: where it failed, the next one who asks tries anew.
      const first = early
      early = undefined
      const token = fresh ?? (await (first ?? renewed()))
      // Asked for again, it has expired.
      fresh = undefined
      return token
    },
  })
}

/** Asked for while the page is still loading, which will need it. */
let early = signedIn ? renewed() : undefined
early?.catch(() => undefined)

async function renewed(): Promise<string> {
  try {
    const { accessToken } = await anybody.request<Tokens>({ method: "POST", path: "/auth/refresh", anonymous: true })
    return accessToken
  } catch (error) {
    if (error instanceof AuthenticationError) note(false)
    throw error
  }
}

function note(there: boolean): void {
  if (there) localStorage.setItem(NOTE, "1")
  else localStorage.removeItem(NOTE)
  tell(there)
}

function tell(there: boolean): void {
  if (there === signedIn) return
  signedIn = there
  // Somebody else may come, whose tokens are others.
  mine = undefined
  early = undefined
  for (const listener of listeners) listener()
}

addEventListener("storage", ({ key }) => {
  if (key === NOTE || key === null) {
    fresh = undefined
    tell(localStorage.getItem(NOTE) !== null)
  }
})

/** The store, as whoever is signed in, or as anybody. */
export function store(): JigaStore {
  if (!signedIn) return anybody
  mine ??= asMe()
  return mine
}

export function isSignedIn(): boolean {
  return signedIn
}

/** @returns a function that ends it */
export function onSignInChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function signIn(request: LoginRequest): Promise<void> {
  registered = undefined
  await begin("/auth/login", request)
}

export async function register(request: RegisterRequest): Promise<void> {
  registered = request.email
  try {
    await begin("/auth/register", request)
  } catch (error) {
    registered = undefined
    throw error
  }
}

/** The address of whoever has just opened an account here: a letter is on its way to it. */
export function justRegistered(): string | undefined {
  return signedIn ? registered : undefined
}

export function forgetRegistered(): void {
  registered = undefined
}

/** Chooses another password. All sign-ins end by that; here, in every tab, it goes on with the one that the store answers. */
export async function changePassword(request: { current: string; password: string }): Promise<void> {
  const body = { ...request, cookie: true }
  const { accessToken } = await store().request<Tokens>({ method: "PUT", path: "/profile/password", body })
  fresh = accessToken
  mine = undefined
  note(true)
}

async function begin(path: string, request: LoginRequest | RegisterRequest): Promise<void> {
  // Nobody who comes is signed out by whoever left.
  await telling
  const body = { ...request, cookie: true }
  const { accessToken } = await anybody.request<Tokens>({ method: "POST", path, body, anonymous: true })
  localStorage.removeItem(UNTOLD)
  hasUntold(false)
  fresh = accessToken
  mine = undefined
  note(true)
}

/**
 * Signs out on this device; here it is over, whether the store could be told or not. Where it could not, it is told at the next contact: the
 * cookie is no script's to take away.
 */
export async function signOut(): Promise<void> {
  localStorage.setItem(UNTOLD, "1")
  fresh = undefined
  note(false)
  await tellSignOut()
}

/** Whether the store could not be told of a sign-out yet. */
export function isUntold(): boolean {
  return untold
}

/** @returns a function that ends it */
export function onUntold(listener: () => void): () => void {
  untoldListeners.add(listener)
  return () => untoldListeners.delete(listener)
}

function tellSignOut(): Promise<void> {
  telling ??= sayGoodbye().finally(() => {
    telling = undefined
  })
  return telling
}

async function sayGoodbye(): Promise<void> {
  if (localStorage.getItem(UNTOLD) === null) return hasUntold(false)
  try {
    await anybody.request({ method: "POST", path: "/auth/logout", body: { cookie: true }, anonymous: true })
  } catch (error) {
    // An answer, whatever it is, is one.
    if (error instanceof ConnectionError || error instanceof TimeoutError) return hasUntold(true)
  }
  localStorage.removeItem(UNTOLD)
  hasUntold(false)
}

function hasUntold(is: boolean): void {
  untold = is
  for (const listener of untoldListeners) listener()
}

addEventListener("online", () => void tellSignOut())
void tellSignOut()

/** Ends the sign-ins of all devices, that of this one too, which is to sign out then. */
export async function endEverySignIn(): Promise<void> {
  await store().request({ method: "POST", path: "/auth/logout", repeatable: true })
}
