import { useState } from 'react'
import { printPoints } from '../../../../domain/kernel/points.ts'
import type { Owner } from '../keep/phoneDatabase.ts'
import { rowsDone } from '../page/listTasks.ts'
import { goTo } from '../page/useRoute.ts'
import { sendNow } from '../send/keepSending.ts'
import { RefusedNotice } from './RefusedNotice.tsx'
import { FoundList } from './FoundList.tsx'
import { KeptText } from './KeptText.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { SignatureBox } from './SignatureBox.tsx'
import { UnitSignaturePart } from './UnitSignaturePart.tsx'
import type { Sheet } from './useSheet.ts'
import { whatIsLacking } from './whatIsLacking.ts'
import { businessDay } from '../draft/firstVisitDay.ts'
import { printDay } from '../../../kit/printDay.ts'
import { editDraft, readDraft } from '../keep/editDraft.ts'

/** Shows the signatures of both sides below what they sign; lists what is missing instead of disabling the button. */
export function SignPart({ sheet, owner }: { readonly sheet: Sheet; readonly owner: Owner }) {
  const { task, rubric, draft, photos, score, edit, schemeHash } = sheet
  const [asked, setAsked] = useState(false)
  const day = businessDay(owner, new Date())
  const lacking = whatIsLacking(draft, sheet, day)
  const unseen = rubric.rows.length - rowsDone(draft)

  async function finish() {
    setAsked(true)
    // The last letter typed may be on its way to the disk still, and not on the page yet.
    const kept = await readDraft(draft.id)
    if (kept === undefined || whatIsLacking(kept, sheet, day).length > 0) return
    await editDraft(draft.id, { do: 'finish', schemeHash }).then(sendNow, () => undefined)
  }
  return (
    <>
      <RefusedNotice draft={draft} />
      <h2>核查情况</h2>
      <FoundList sheet={sheet} />
      {score.points !== undefined && (
        <p className="total">
          实地核查得分 <b>{printPoints(score.points)}</b> / {printPoints(score.base!)}分
          {score.before !== undefined &&
            score.before !== score.points &&
            `（核查前 ${printPoints(score.before)}分）`}
        </p>
      )}
      {unseen > 0 && (
        <p className="soft">
          还有{unseen}行没有看，按未发现问题计。
          <button
            type="button"
            className="plain-link"
            onClick={() => goTo({ at: 'sheet', assignment: task.id })}
          >
            回去看
          </button>
        </p>
      )}
      <div className="plain-field">
        <label htmlFor="visited-on">核查日期</label>
        <input
          id="visited-on"
          type="date"
          min={task.from}
          max={day < task.to ? day : task.to}
          value={draft.visitedOn}
          onChange={event =>
            event.target.value !== '' && void edit({ do: 'visitedOn', day: event.target.value })
          }
        />
      </div>
      {draft.signedFor !== undefined && (
        <p className="soft">
          签字时核查日期写的是{printDay(draft.signedFor)}，现在更正；签字保留，报送时注明。
        </p>
      )}
      <KeptText label="总的说明" value={draft.note} onChange={text => edit({ do: 'note', text })} />
      <PhotoStrip draft={draft} photos={photos.filter(({ row }) => row === undefined)} />
      {draft.unsigned !== undefined && (draft.inspectorSignature ?? draft.unitSignature) === undefined && (
        <p className="notice">签字以后内容又有改动，原来的签字已清除：请两边看过再签。</p>
      )}
      <h2>核查人签字</h2>
      <SignatureBox
        label="核查人"
        name={draft.inspectorSignature?.name ?? draft.unsigned?.inspector ?? owner.name}
        picture={draft.inspectorSignature?.picture}
        onSign={signature => void edit({ do: 'signInspector', signature })}
      />
      <h2>单位签字</h2>
      <UnitSignaturePart draft={draft} edit={edit} />
      {asked && lacking.length > 0 && (
        <div role="alert">
          <ul className="lacking">
            {lacking.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <button type="button" className="key wide finish" onClick={() => void finish()}>
        完成并发送
      </button>
      <p className="soft">签字后内容不再改动；没有信号时留在手机上，有信号后自动发送。</p>
    </>
  )
}
