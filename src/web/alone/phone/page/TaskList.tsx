import { useEffect, useState } from 'react'
import { isBegun } from '../draft/isBegun.ts'
import { type Owner, phoneDatabase } from '../keep/phoneDatabase.ts'
import type { Persistence } from '../keep/persistStorage.ts'
import { useLive } from '../keep/useLive.ts'
import type { WorkerState } from '../worker/openWorker.ts'
import { refreshStale, sendNow } from '../send/keepSending.ts'
import { DownloadPart } from './DownloadPart.tsx'
import { type ListedTask, listTasks } from './listTasks.ts'
import { SignInView } from './SignInView.tsx'
import { TaskCard } from './TaskCard.tsx'
import { goTo } from './useRoute.ts'
import { useOnline } from './useOnline.ts'

interface Props {
  readonly owner: Owner
  readonly unsent: number
  readonly worker: WorkerState
  readonly persistence: Persistence | undefined
}

/** From this many units on, the list has a search box. */
const MANY = 8

/** Shows the task list: sheets that need attention first, then upcoming ones by day, then those that have arrived. */
export function TaskList({ owner, unsent, worker, persistence }: Props) {
  const [typed, setTyped] = useState('')
  const [signsIn, setSignsIn] = useState(false)
  const isOnline = useOnline()
  const tasks = useLive(() => readTasks(owner.account), [owner.account])
  const others = useLive(() => countOthers(owner.account), [owner.account])
  useEffect(() => {
    void refreshStale()
    const timer = setInterval(() => void refreshStale(), 20_000)
    return () => clearInterval(timer)
  }, [])
  const shown = tasks?.filter(({ task }) => task.unitName.includes(typed.trim())) ?? []
  const waiting = tasks?.filter(({ state }) => state.kind === 'waiting').length ?? 0
  if (signsIn) return <SignInView username={owner.username} onDone={() => setSignsIn(false)} />
  return (
    <main className="phone-page">
      <header className="list-head">
        <h1>实地核查</h1>
        <button type="button" className="key quiet" onClick={() => goTo({ at: 'own' })}>
          本机
        </button>
      </header>
      <p className="list-state">
        <span className={isOnline ? 'dot on' : 'dot'} aria-hidden />
        {isOnline ? '有信号' : '没有信号，照常填写'}
        <strong className={unsent > 0 ? 'bad' : undefined}>
          {unsent === 0 ? '没有未发送的' : `${unsent}份未发送`}
        </strong>
      </p>
      {owner.isSignedOut && (
        <section className="notice" aria-label="登录已过期">
          <p>登录已过期，重新登录后才能发送和下载；填写不受影响。</p>
          <button type="button" className="key" onClick={() => setSignsIn(true)}>
            登录
          </button>
        </section>
      )}
      {waiting > 0 && !owner.isSignedOut && (
        <button type="button" className="key wide" onClick={() => void sendNow()}>
          现在发送（{waiting}份）
        </button>
      )}
      {worker.kind === 'impossible' && <p className="bad">{worker.why}</p>}
      {persistence === 'perhaps' && unsent > 0 && (
        <p className="soft">手机存储紧张时系统可能清理网页数据：请把本页添加到主屏幕，并尽早发送。</p>
      )}
      {(tasks?.length ?? 0) >= MANY && (
        <input
          className="seek"
          type="search"
          aria-label="查找单位"
          placeholder="查找单位"
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      )}
      {tasks !== undefined && (
        <ul className="tasks">
          {shown.map(listed => (
            <li key={listed.task.id}>
              <TaskCard listed={listed} />
            </li>
          ))}
        </ul>
      )}
      {tasks?.length === 0 && (
        <p className="empty">
          {owner.fetchedAt === undefined
            ? '还没有下载核查任务。'
            : '没有安排给您的核查任务：安排好后在这里下载。'}
        </p>
      )}
      {typed !== '' && shown.length === 0 && <p className="empty">没有名称含“{typed}”的任务。</p>}
      {others !== undefined && others > 0 && (
        <p className="soft">
          本机还有其他账号没有发送的{others}份核查表：用原来的账号登录后才能发送，也可以打开那项任务接着写。
        </p>
      )}
      <DownloadPart owner={owner} onSignIn={() => setSignsIn(true)} />
    </main>
  )
}

/** Counts the begun drafts of other accounts on this phone. */
async function countOthers(account: string): Promise<number> {
  const { drafts, photos } = phoneDatabase()
  const [all, pictured] = await Promise.all([drafts.toArray(), photos.orderBy('draft').uniqueKeys()])
  return all.filter(one => one.account !== account && isBegun(one, pictured.includes(one.id))).length
}

async function readTasks(account: string): Promise<readonly ListedTask[]> {
  const { tasks, drafts, photos, receipts } = phoneDatabase()
  const [all, own, pictured, arrived] = await Promise.all([
    tasks.where('account').equals(account).toArray(),
    drafts.where('account').equals(account).toArray(),
    photos.orderBy('draft').uniqueKeys(),
    receipts.where('account').equals(account).toArray(),
  ])
  return listTasks(all, own, new Set(pictured as string[]), arrived)
}
