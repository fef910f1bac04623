import { fetchWork, refreshOwner } from '../keep/fetchWork.ts'
import { askToSendLater } from '../worker/openWorker.ts'
import { sendWaiting } from './sendWaiting.ts'

type Pace = 'now' | 'due'

let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false
/** Pace requested while sending was under way: a sheet finished in that moment must not wait for the next occasion. */
let askedMeanwhile: Pace | undefined

/** In ms: a page that is merely viewed again does not fetch tasks more often than this. */
const FRESH = 60_000
let askedAt = 0

/** Keeps sending and downloading: at once, when the signal returns, when the page is viewed again and, for sending, on a timer with growing pauses. */
export function keepSending(): void {
  addEventListener('online', () => void sendNow().then(refreshWork))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    void sendNow().then(refreshStale)
  })
  void sendDue()
}

/** Sends what is waiting now. */
export async function sendNow(): Promise<void> {
  await send('now')
}

/** Downloads the tasks again when there is a signal. Failures are silent and leave the stored tasks unchanged. */
export async function refreshWork(): Promise<void> {
  askedAt = Date.now()
  const owner = await refreshOwner().catch(() => undefined)
  if (owner !== undefined) await fetchWork().catch(() => undefined)
}

/** Downloads the tasks again where the page is looked at and the last time was a while ago, so that the list shows what colleagues have sent. */
export async function refreshStale(): Promise<void> {
  if (document.visibilityState === 'visible' && navigator.onLine && Date.now() - askedAt > FRESH)
    await refreshWork()
}

async function sendDue(): Promise<void> {
  await send('due')
}

async function send(pace: Pace): Promise<void> {
  if (isSending) {
    askedMeanwhile = pace === 'now' ? pace : (askedMeanwhile ?? pace)
    return
  }
  isSending = true
  clearTimeout(timer)
  try {
    const next = await sendWaiting(pace)
    if (next !== undefined && askedMeanwhile === undefined) {
      timer = setTimeout(() => void sendDue(), Math.max(1000, next - Date.now()))
      await askToSendLater()
    }
  } finally {
    isSending = false
  }
  const again = askedMeanwhile
  askedMeanwhile = undefined
  if (again !== undefined) await send(again)
}
