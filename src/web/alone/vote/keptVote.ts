import type { WrittenMark } from '../../../domain/campaign/ballot/sheetText.ts'

/** A sheet that was sealed and may have been sent: it is sent again as it is, never sealed anew. */
export interface PendingSheet {
  readonly voterClass: string
  readonly token: string
  readonly signature: string
  readonly sealed: string
  /** SHA-256 of the sealed sheet, by which the server names it. */
  readonly kept: string
  readonly receipt: string
}

/** A vote that arrived. */
export interface DoneVote {
  readonly meeting: string
  readonly meetingName: string
  readonly rehearsal: boolean
  readonly receipt: string
}

/** What this phone keeps of a slip. Once the sheet has arrived, only the receipt. */
export interface KeptVote {
  readonly code?: string
  readonly marks: Readonly<Record<string, WrittenMark>>
  readonly pending?: PendingSheet
  readonly done?: DoneVote
}

const NAME = 'hengping.vote'
const memory = new Map<string, string>()

let works = ((): boolean => {
  try {
    localStorage.setItem(`${NAME}.try`, '1')
    localStorage.removeItem(`${NAME}.try`)
    return true
  } catch {
    return false
  }
})()

/** Whether this browser keeps anything beyond a reload. */
export function keepsAnything(): boolean {
  return works
}

/** Reads what is kept of a slip, by its hash. */
export function readKept(slip: string): KeptVote {
  const done = read(`${NAME}.${slip}.done`)
  const text = read(`${NAME}.${slip}`)
  try {
    if (done !== null) return { marks: {}, done: JSON.parse(done) as DoneVote }
    return text === null ? { marks: {} } : (JSON.parse(text) as KeptVote)
  } catch {
    return { marks: {} }
  }
}

/** Keeps a vote, and that its slip is the one at hand. A receipt has a place of its own: what another tab still writes cannot overwrite it. */
export function writeKept(slip: string, { done, ...kept }: KeptVote): void {
  if (done !== undefined) write(`${NAME}.${slip}.done`, JSON.stringify(done))
  write(`${NAME}.${slip}`, JSON.stringify(done === undefined ? kept : { marks: {} }))
  write(NAME, slip)
}

/** Returns the slip at hand, for a page that was loaded again. */
export function slipAtHand(): string | undefined {
  return read(NAME) ?? undefined
}

/** Calls back when another tab of this browser changed what is kept of a slip. */
export function watchKept(slip: string, changed: () => void): void {
  addEventListener('storage', event => {
    if (event.key === `${NAME}.${slip}` || event.key === `${NAME}.${slip}.done`) changed()
  })
}

function read(name: string): string | null {
  return works ? localStorage.getItem(name) : (memory.get(name) ?? null)
}

function write(name: string, value: string): void {
  memory.set(name, value)
  try {
    if (works) localStorage.setItem(name, value)
  } catch {
    // Full: this page goes on from its memory.
    works = false
  }
}
