import { useState } from 'react'
import { Refused } from '../../../client/Refused.ts'
import { fetchWork, refreshOwner } from '../keep/fetchWork.ts'
import type { Owner } from '../keep/phoneDatabase.ts'
import { printMoment } from '../../../kit/printDay.ts'

/** Shows the download of tasks: by one tap, and automatically whenever the page is opened with a signal. */
export function DownloadPart({ owner, onSignIn }: { readonly owner: Owner; readonly onSignIn: () => void }) {
  const [said, setSaid] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    setSaid(undefined)
    try {
      if ((await refreshOwner()) === undefined) return onSignIn()
      await fetchWork()
      setSaid('已下载，没有信号也能填写。')
    } catch (error) {
      if (error instanceof Refused && error.status === 401) onSignIn()
      else
        setSaid(
          error instanceof Refused && error.status === 0
            ? '现在没有信号：已下载的任务照常可填。'
            : String((error as Error).message),
        )
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="download" aria-label="下载">
      <button type="button" className="key wide quiet" disabled={isBusy} onClick={() => void download()}>
        {isBusy ? '正在下载……' : '下载到手机'}
      </button>
      <p className="soft" role="status">
        {said ?? (owner.fetchedAt === undefined ? '' : `上次下载：${printMoment(owner.fetchedAt)}`)}
      </p>
    </section>
  )
}
