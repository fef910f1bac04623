import type { CallAnswer } from '../../client/call.ts'
import { addressOf, newKey } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { signInAgain } from '../../client/signInAgain.ts'

/** Answer to an upload. */
export type Uploaded = CallAnswer<'POST /api/files'>

interface Options {
  readonly signal: AbortSignal
  /** Called with the share that has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Uploads one file and reports its progress; throws `Refused` with a message in Chinese. A broken upload is repeated once under the same key. */
export async function sendFile(file: File, options: Options): Promise<Uploaded> {
  const key = newKey()
  let answer = await send(file, key, options)
  if (answer.status === 401) {
    await signInAgain()
    answer = await send(file, key, options)
  }
  if (answer.status === 0 && !options.signal.aborted) answer = await send(file, key, options)
  if (answer.status === 200) return JSON.parse(answer.text) as Uploaded
  throw toRefused(answer)
}

interface Answer {
  readonly status: number
  readonly text: string
}

/** Sends the request without `fetch`, which does not report how much of a body has been sent. */
function send(file: File, key: string, { signal, onProgress }: Options): Promise<Answer> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('/api/files', { query: { name: file.name.slice(-255) } }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    )
    request.addEventListener('loadend', () => resolve({ status: request.status, text: request.responseText }))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function toRefused({ status, text }: Answer): Refused {
  if (status === 0)
    return new Refused(0, 'unreachable', '与服务器的连接中断，这个文件没有传完；请检查网络后重试。')
  try {
    const { code, message } = JSON.parse(text) as { readonly code: string; readonly message: string }
    return new Refused(status, code, message)
  } catch {
    return new Refused(
      status,
      'noSentence',
      `服务器未能收下这个文件（${status}）：请稍后重试，仍不成功时联系系统管理员。`,
    )
  }
}
