import { printDay, printMoment } from '../../../kit/printDay.ts'
import type { Receipt, Task } from '../keep/phoneDatabase.ts'
import { goTo } from '../page/useRoute.ts'

/** Shows that the sheet has arrived, with the server's receipt. */
export function ArrivedPart({
  task,
  receipt,
}: {
  readonly task: Task
  readonly receipt: Receipt | undefined
}) {
  const own = task.sheets.find(({ mine }) => mine)
  const others = receipt?.others ?? task.sheets.filter(sheet => sheet !== own)
  if (receipt === undefined && own === undefined) {
    return (
      <>
        <p className="empty">这份核查表还没有填写。</p>
        <button type="button" className="key wide" onClick={() => goTo({ at: 'sheet', assignment: task.id })}>
          开始填写
        </button>
      </>
    )
  }
  return (
    <>
      <section className="arrived" role="status">
        <h2>已送达</h2>
        <p>
          {printMoment((receipt ?? own)!.receivedAt)}收到
          {receipt !== undefined && `，照片${receipt.photos}张齐全，内容核对一致，手机上的已清除`}。
        </p>
        {receipt?.state === 'signed' && receipt.due !== undefined && (
          <p>单位已能看到，可在{printDay(receipt.due)}前答复。</p>
        )}
        {receipt?.state === 'sent' && <p>单位还没有签字：签字补登后才生效。</p>}
      </section>
      {others.length > 0 && (
        <section className="notice" aria-label="两份核查表">
          <p>
            这个单位还收到{others.map(({ sentBy }) => sentBy).join('、')}
            的另一份核查表：两份都已保留，由组织考核者选定，您不用重填。
          </p>
        </section>
      )}
      <button type="button" className="key wide" onClick={() => goTo({ at: 'list' })}>
        回到清单
      </button>
    </>
  )
}
