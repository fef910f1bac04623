import { fetchWork, refreshOwner } from '../keep/fetchWork.ts'
import { askToSendLater } from '../worker/openWorker.ts'
import { sendWaiting } from './sendWaiting.ts'

let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false

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

async function send(pace: 'now' | 'due'): Promise<void> {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  try {
    const next = await sendWaiting(pace)
    if (next === undefined) return
    await askToSendLater()
    timer = setTimeout(() => void sendDue(), Math.max(1000, next - Date.now()))
  } finally {
    isSending = false
  }
}
