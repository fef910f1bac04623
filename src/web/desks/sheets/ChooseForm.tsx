import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { describeCount } from './describeCount.ts'
import { addressOfSheet, type Sheet } from './sheetTypes.ts'

/** Chooses between two inspection sheets (核查表): compares the others, optionally takes over their additional findings, and chooses this one with a reason. */
export function ChooseForm({ year, sheet }: { readonly year: number; readonly sheet: Sheet }) {
  const act = useAct('POST /api/years/:year/sheets/:sheet/choose', { done: '已选定这份核查表' })
  const [take, setTake] = useState<readonly string[]>([])
  const [open, setOpen] = useState(false)
  const others = sheet.others

  return (
    <section className="sheet-choose" aria-label="选定核查表">
      <Alert
        type="warning"
        showIcon
        title="同一次核查收到了两份核查表"
        description="选定以前，先收到的一份计分。请比较后选定一份；另一份里多出的核查情况可以勾选并入。"
      />
      {others.map(one => (
        <Other key={one.sheet} year={year} of={one} take={take} onTake={setTake} />
      ))}
      <Button type="primary" onClick={() => setOpen(true)}>
        {take.length > 0 ? `选定这一份，并入${take.length}条` : '选定这一份'}
      </Button>
      <ReasonModal
        open={open}
        title="选定这一份核查表"
        what={`选定后以这一份${take.length > 0 ? `和并入的${take.length}条` : ''}计分，另一份保留备查；单位的答复期限重新计算。`}
        confirm="选定"
        act={act}
        run={reason =>
          act.run({
            params: { year, sheet: sheet.sheet },
            body: { take: [...take], reason, revision: sheet.revision },
          })
        }
        onClose={() => setOpen(false)}
      />
    </section>
  )
}

interface OtherProps {
  readonly year: number
  readonly of: Sheet['others'][number]
  readonly take: readonly string[]
  readonly onTake: (take: readonly string[]) => void
}

function Other({ year, of, take, onTake }: OtherProps) {
  const answer = useAnswer('GET /api/years/:year/sheets/:sheet', { params: { year, sheet: of.sheet } })
  return (
    <div className="sheet-other">
      <p>
        {of.inForce ? '现在计分的另一份' : '另一份'}：{of.sentBy}报送，
        <ChineseDate of={of.receivedAt} />{' '}
        <LinkButton size="small" to={addressOfSheet(year, of.sheet)}>
          打开另一份
        </LinkButton>
      </p>
      <Answered of={answer}>
        {other =>
          other.rows.length === 0 ? (
            <p>另一份没有核查情况。</p>
          ) : (
            <Checkbox.Group
              className="sheet-take"
              value={[...take]}
              onChange={chosen => onTake(chosen as string[])}
              options={other.rows.map(row => ({
                value: row.id,
                label: `${row.row} ${row.ruleText}，${describeCount(row)}，${row.cost}`,
              }))}
            />
          )
        }
      </Answered>
    </div>
  )
}
