import { useEffect, useState, useSyncExternalStore } from 'react'
import { keepSending, refreshWork } from '../send/keepSending.ts'
import { isKeeping, onKeepingChange } from '../keep/keeping.ts'
import { phoneDatabase } from '../keep/phoneDatabase.ts'
import { isBegun } from '../draft/isBegun.ts'
import { useLive } from '../keep/useLive.ts'
import { type Persistence, persistStorage } from '../keep/persistStorage.ts'
import { FinishPage } from '../sheet/FinishPage.tsx'
import { SheetPage } from '../sheet/SheetPage.tsx'
import { openWorker, type WorkerState } from '../worker/openWorker.ts'
import { OwnPage } from './OwnPage.tsx'
import { SignInView } from './SignInView.tsx'
import { TaskList } from './TaskList.tsx'
import { useRoute } from './useRoute.ts'

/** Shows the inspectors' phone page. Data on the phone is shown at once, with or without a signal; the server is asked in parallel. */
export function Phone() {
  const [worker, setWorker] = useState<WorkerState>({ kind: 'opening' })
  const [persistence, setPersistence] = useState<Persistence>()
  const [isAsked, setAsked] = useState(false)
  const owner = useLive(async () => (await phoneDatabase().owner.get('owner')) ?? null, [])
  const drafts = useLive(() => phoneDatabase().drafts.toArray(), [])
  const photos = useLive(() => phoneDatabase().photos.orderBy('draft').uniqueKeys(), [])
  const route = useRoute()
  const unsent =
    drafts?.filter(
      draft => draft.account === owner?.account && isBegun(draft, photos?.includes(draft.id) === true),
    ).length ?? 0
  const isKept = useSyncExternalStore(onKeepingChange, isKeeping)

  useEffect(() => {
    openWorker(setWorker)
    keepSending()
    void refreshWork().finally(() => setAsked(true))
  }, [])
  useEffect(() => {
    document.title = `${unsent === 0 ? '' : `（${unsent}份未发送）`}实地核查 · 衡评`
    const { setAppBadge } = navigator as { readonly setAppBadge?: (count: number) => Promise<void> }
    if (unsent > 0) void setAppBadge?.call(navigator, unsent).catch(() => undefined)
  }, [unsent])
  useEffect(() => {
    if (owner != null) void persistStorage().then(setPersistence)
  }, [owner?.account])

  if (owner === undefined || (owner === null && !isAsked)) return <p className="opening">正在打开衡评……</p>
  if (owner === null) return <SignInView />
  return (
    <>
      {!isKept && (
        <p className="not-kept" role="alert">
          没有存下：刚才的改动没有存到手机里，手机存储可能已满。请清理手机后再改一次，先不要关掉这一页。
        </p>
      )}
      <UpdateNotice worker={worker} unsent={unsent} />
      {route.at === 'list' && (
        <TaskList owner={owner} unsent={unsent} worker={worker} persistence={persistence} />
      )}
      {route.at === 'own' && (
        <OwnPage owner={owner} unsent={unsent} worker={worker} persistence={persistence} />
      )}
      {route.at === 'sheet' && (
        <SheetPage key={route.assignment} assignment={route.assignment} owner={owner} />
      )}
      {route.at === 'finish' && (
        <FinishPage key={route.assignment} assignment={route.assignment} owner={owner} />
      )}
    </>
  )
}

/** Shows that a new version is available. The inspector chooses when to update; until then the current version keeps working. */
function UpdateNotice({ worker, unsent }: { readonly worker: WorkerState; readonly unsent: number }) {
  if (worker.kind !== 'newer') return null
  return (
    <section className="notice" aria-label="新版本">
      <p>有新版本。{unsent > 0 && `手机上${unsent}份未发送的核查表会原样保留。`}</p>
      <button type="button" className="key" onClick={worker.takeOver}>
        更新
      </button>
    </section>
  )
}
