import type { WorkerState } from '../worker/openWorker.ts'

/** 有新版本: the inspector chooses the moment; until then the version at hand works on. */
export function UpdateNotice({ worker, unsent }: { readonly worker: WorkerState; readonly unsent: number }) {
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
