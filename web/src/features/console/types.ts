/** What operators are told, as the API describes it: the SDKs are for others, and have no types for it. */

export interface Engines {
  documents: { engine: string; settings: Record<string, string> }
  events: { engine: string; pending: number; parked: number; overdueTasks: number }
}

export interface Treasury {
  balance: number
  lowUnder: number
  low: boolean
  readAt: string
}

export interface Books {
  accounts: { account: string; asset: string; balance: number }[]
  sums: Record<string, number>
  balanced: boolean
}

export interface Verification {
  transactions: number
  postings: number
  problems: string[]
}

export interface DeadLetter {
  id: string
  handler: string
  key: string
  attempts: number
  error: string
  parkedAt: string
  eventId: string
  eventType: string
  eventAt: string
  data: unknown
  requestId?: string | null
}

export interface AuditEntry {
  at: string
  who: string
  act: string
  subject: string
  reason?: string | null
  before?: string | null
  after?: string | null
  requestId?: string | null
}

export interface UserAccount {
  id: string
  displayName: string
  email?: string | null
  emailVerified: boolean
  role: string
  issuer?: string | null
  createdAt: string
  suspension?: Suspension | null
}

export interface Suspension {
  reason: string
  by: string
  at: string
  until?: string | null
}

export interface Granted {
  transactionId: string
  amount: number
  balance: number
  treasury: number
}

export interface Featured {
  listingId: string
  title?: string | null
  position: number
  from?: string | null
  until?: string | null
  shown: boolean
}

export interface RevenueDay {
  day: string
  revenue: number
  fees: number
  treasury: number
  issued: number
  since: string
}

export interface PageOf<T> {
  items: T[]
  nextCursor?: string | null
}
