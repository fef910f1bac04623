import { fetchWork, refreshOwner } from '../keep/fetchWork.ts'
import { askToSendLater } from '../worker/openWorker.ts'
import { sendWaiting } from './sendWaiting.ts'

type Pace = 'now' | 'due'

let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false
/** what was asked for while sending was under way: a sheet finished in that moment must not wait for the next occasion. */
let askedMeanwhile: Pace | undefined

/** in ms: tasks are not asked for more often than this by a page that is merely looked at again. */
const FRESH = 60_000
let askedAt = 0

/** 自动发送和下载: at once, when the signal comes back, when the page is looked at again, and, for sending, by a clock with growing pauses. */
export function keepSending(): void {
  addEventListener('online', () => void sendNow().then(refreshWork))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    void sendNow().then(() => (Date.now() - askedAt > FRESH ? refreshWork() : undefined))
  })
  void sendDue()
}

/** 现在发送. */
export async function sendNow(): Promise<void> {
  await send('now')
}

/** 有信号时重新下载任务: quietly; whatever fails leaves what is there. */
export async function refreshWork(): Promise<void> {
  askedAt = Date.now()
  const owner = await refreshOwner().catch(() => undefined)
  if (owner !== undefined) await fetchWork().catch(() => undefined)
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
