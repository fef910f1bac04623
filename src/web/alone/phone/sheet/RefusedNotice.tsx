import type { Draft } from '../draft/Draft.ts'
import { dropDraft, renewDraft } from '../keep/editDraft.ts'
import { AskFirst } from '../page/AskFirst.tsx'
import { goTo } from '../page/useRoute.ts'

/** Shows why a sheet was refused and what to do; the sheet is open for correction. */
export function RefusedNotice({ draft: { id, stage } }: { readonly draft: Draft }) {
  if (stage.kind !== 'refused') return null
  const isOther = stage.code === 'sheetSentOtherwise'
  const isGone =
    stage.code === 'sheetTaskClosed' || stage.code === 'sheetNotYours' || stage.code === 'sheetOwnUnit'
  async function drop() {
    await dropDraft(id)
    goTo({ at: 'list' })
  }
  return (
    <section className="notice" role="alert" aria-label="没有被接收">
      <p>没有被接收：{stage.message}。</p>
      {!isOther && !isGone && <p>内容都在，改好后再发送。</p>}
      {isOther && <p>手机上的内容都在：改作另一份后再发送，由组织考核者在两份中选定。</p>}
      {isOther && (
        <button type="button" className="key" onClick={() => void renewDraft(id)}>
          改作另一份
        </button>
      )}
      {(isOther || isGone) && (
        <AskFirst text="放弃手机上的" confirm="确定放弃" keep="不放弃" onConfirm={() => void drop()}>
          放弃后手机上的内容和照片都会清除，不能恢复。要留底，先到“本机”里导出。
        </AskFirst>
      )}
    </section>
  )
}
