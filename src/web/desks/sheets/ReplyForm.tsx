import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { type ChosenFile, FileBox } from '../../kit/files/FileBox.tsx'
import { printDay } from '../../kit/printDay.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { useDraft } from '../../kit/useDraft.ts'
import { FindingCard } from './FindingCard.tsx'
import type { Sheet, SheetFinding } from './sheetTypes.ts'
import { textLimit } from '../../kit/form/textLimit.tsx'

interface Said {
  readonly stance: 'accept' | 'object'
  readonly reason: string
  readonly files: readonly ChosenFile[]
}

interface Kept {
  readonly said: Readonly<Record<string, Said>>
}

const ACCEPTED: Said = { stance: 'accept', reason: '', files: [] }

/** Records the unit's reply until the due day: accepts each finding, or objects with a reason and files. One button accepts all. */
export function ReplyForm({ year, sheet }: { readonly year: number; readonly sheet: Sheet }) {
  const act = useAct('POST /api/years/:year/sheets/:sheet/replies', { done: '答复已提交' })
  const draft = useDraft<Kept>(`reply ${sheet.sheet}`, { said: {} })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const mayChange = sheet.rows.filter(one => one.decision === undefined)
  const open = mayChange.filter(one => one.state === 'open')
  const { said } = draft.value
  const wanted = mayChange.filter(one => said[one.id] !== undefined)
  const lacking = wanted.filter(
    one => said[one.id]!.stance === 'object' && said[one.id]!.reason.trim() === '',
  )

  const say = (finding: SheetFinding, part: Partial<Said>): void =>
    draft.change({ said: { ...said, [finding.id]: { ...(said[finding.id] ?? before(finding)), ...part } } })

  async function send(findings: readonly SheetFinding[]) {
    setAsked(true)
    if (lacking.length > 0) {
      document.getElementById(`reason-${lacking[0]!.id}`)?.focus()
      return
    }
    const replies = findings.map(one => {
      const { stance, reason, files } = said[one.id] ?? ACCEPTED
      return {
        finding: one.id,
        stance,
        reason: reason.trim(),
        files: files.map(({ file, name }) => ({ file, name })),
      }
    })
    const done = await act.run({
      params: { year, sheet: sheet.sheet },
      body: { revision: sheet.revision, replies },
    })
    if (done === undefined) return
    draft.drop()
    setAsked(false)
  }

  return (
    <div className="sheet-reply">
      <p className="sheet-reply-word" role="note">
        请在{printDay(sheet.due!)}前答复；到期没有答复的视为认可。答复前后都可以改，直到期满或裁定。
      </p>
      {mayChange.map(one => (
        <FindingCard key={one.id} year={year} unit={sheet.unit} of={one}>
          <Stance
            one={one}
            said={said[one.id]}
            asked={asked}
            onSay={part => say(one, part)}
            onBusy={setBusy}
          />
        </FindingCard>
      ))}
      <RefusedNotice error={act.refused} />
      <div className="sheet-reply-acts">
        <Button
          type="primary"
          loading={act.busy}
          disabled={busy || wanted.length === 0}
          onClick={() => void send(wanted)}
        >
          提交答复
        </Button>
        {open.length > 0 && wanted.length === 0 && (
          <Button loading={act.busy} onClick={() => void send(open)}>
            全部认可（{open.length}条）
          </Button>
        )}
      </div>
    </div>
  )
}

interface StanceProps {
  readonly one: SheetFinding
  readonly said: Said | undefined
  readonly asked: boolean
  readonly onSay: (part: Partial<Said>) => void
  readonly onBusy: (busy: boolean) => void
}

function Stance({ one, said, asked, onSay, onBusy }: StanceProps) {
  const name = `${one.row} ${one.ruleText}`
  const lacks = asked && said?.stance === 'object' && said.reason.trim() === ''
  return (
    <div className="finding-reply">
      <Radio.Group
        aria-label={`对“${name}”的答复`}
        value={said?.stance}
        onChange={event => onSay({ stance: event.target.value as Said['stance'] })}
        options={[
          { value: 'accept', label: '认可' },
          { value: 'object', label: '有异议' },
        ]}
      />
      {said?.stance === 'object' && (
        <>
          <label htmlFor={`reason-${one.id}`} className="finding-reason-label">
            异议的理由（必填）
          </label>
          <Input.TextArea
            id={`reason-${one.id}`}
            value={said.reason}
            rows={3}
            {...textLimit(2000)}
            status={lacks ? 'error' : ''}
            aria-describedby={lacks ? `lacks-${one.id}` : undefined}
            onChange={event => onSay({ reason: event.target.value })}
          />
          {lacks && (
            <p className="finding-lacks" id={`lacks-${one.id}`}>
              请写明哪里与实际不符。
            </p>
          )}
          <FileBox label="证明材料" value={said.files} onChange={files => onSay({ files })} onBusy={onBusy} />
        </>
      )}
    </div>
  )
}

function before({ reply }: SheetFinding): Said {
  if (reply === undefined || reply.stance === 'silent') return ACCEPTED
  return { stance: reply.stance, reason: reply.reason, files: [...reply.files] }
}
