import { useRef, useState } from 'react'
import { saveFile } from '../../../client/saveFile.ts'
import type { Draft } from '../draft/Draft.ts'
import { dropDraft } from '../keep/editDraft.ts'
import { leavePhone } from '../keep/fetchWork.ts'
import { exportDraft, importDraft } from '../keep/moveDraft.ts'
import { type Owner, phoneDatabase } from '../keep/phoneDatabase.ts'
import type { Persistence } from '../keep/persistStorage.ts'
import { useLive } from '../keep/useLive.ts'
import type { WorkerState } from '../worker/openWorker.ts'
import { AskFirst } from './AskFirst.tsx'
import { useOnline } from './useOnline.ts'
import { goTo } from './useRoute.ts'
import { TopBar } from './TopBar.tsx'

interface Props {
  readonly owner: Owner
  readonly unsent: number
  readonly worker: WorkerState
  readonly persistence: Persistence | undefined
}

/** Shows this phone's page: its user, whether it works offline, whether the browser keeps its data, and export and import of drafts. */
export function OwnPage({ owner, unsent, worker, persistence }: Props) {
  const [said, setSaid] = useState<string>()
  const isOnline = useOnline()
  const chosen = useRef<HTMLInputElement>(null)
  const drafts = useLive(
    () => phoneDatabase().drafts.where('account').equals(owner.account).toArray(),
    [owner.account],
  )
  const attempt = (work: () => Promise<string | undefined>) =>
    void work()
      .then(setSaid)
      .catch((error: unknown) => setSaid(error instanceof Error ? error.message : String(error)))

  const leave = () => void leavePhone().then(() => goTo({ at: 'list' }))
  return (
    <main className="phone-page">
      <TopBar title="本机" onBack={() => goTo({ at: 'list' })} />
      <dl className="own">
        <dt>使用人</dt>
        <dd>
          {owner.name}
          {owner.isSignedOut && '（登录已过期）'}
        </dd>
        <dt>离线打开</dt>
        <dd>{describeWorker(worker)}</dd>
        <dt>长期保存</dt>
        <dd>{describePersistence(persistence)}</dd>
        <dt>未发送</dt>
        <dd>{unsent}份</dd>
      </dl>
      <h2>把核查表转到另一部手机</h2>
      <p className="soft">
        手机快没电或坏了时：在这里导出文件（含照片），发到另一部手机，再从那里导入并发送。
      </p>
      {drafts?.map(draft => (
        <div key={draft.id} className="own-draft">
          <button
            type="button"
            className="key quiet"
            data-may-wrap
            onClick={() =>
              attempt(async () => {
                saveFile(await exportDraft(draft.id))
                return `已导出“${draft.unitName}”的核查表。`
              })
            }
          >
            导出 {draft.unitName}
          </button>
          {mayDrop(draft) && (
            <AskFirst
              text={`放弃 ${draft.unitName}`}
              confirm="确定放弃"
              keep="不放弃"
              onConfirm={() =>
                attempt(async () => {
                  await dropDraft(draft.id)
                  return `已放弃“${draft.unitName}”的核查表。`
                })
              }
            >
              放弃后手机上的内容和照片都会清除，不能恢复。要留底，先导出。
            </AskFirst>
          )}
        </div>
      ))}
      {drafts?.length === 0 && <p className="empty">没有可以导出的核查表。</p>}
      <button type="button" className="key quiet wide" onClick={() => chosen.current?.click()}>
        导入核查表文件
      </button>
      <input
        ref={chosen}
        type="file"
        accept=".json,application/json"
        aria-label="核查表文件"
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) attempt(() => importDraft(file, owner))
        }}
      />
      <p role="status">{said}</p>
      <h2>换人使用</h2>
      <AskFirst text="退出登录" confirm="退出" keep="不退出" wide onConfirm={leave}>
        {!isOnline && '现在没有信号：退出后要等有信号才能再登录，其间看不到任务，也不能填写。'}
        {unsent > 0
          ? `还有${unsent}份没有发送：退出后仍留在本机，用本账号登录后再发。`
          : '退出后任务清单仍留在本机，登录后可见。'}
      </AskFirst>
    </main>
  )
}

function mayDrop({ stage }: Draft): boolean {
  return stage.kind !== 'waiting' || !stage.perhapsSent
}

function describeWorker(worker: WorkerState): string {
  if (worker.kind === 'impossible') return worker.why
  if (worker.kind === 'opening') return '正在准备，请保持有信号'
  return worker.kind === 'newer' ? '可以；有新版本待更新' : '可以'
}

function describePersistence(persistence: Persistence | undefined): string {
  if (persistence === 'kept') return '浏览器答应不清理本页的数据'
  if (persistence === 'perhaps')
    return '浏览器没有答应：手机存储紧张时可能被清理。把本页添加到主屏幕后一般会答应'
  return '这个浏览器不说明：请尽早发送'
}
