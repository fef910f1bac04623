import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { Periods } from './PeriodsPage.tsx'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

/** Sets how many days after its end a period closes. */
export function GraceForm({ of }: { readonly of: Periods }) {
  const act = useAct('POST /api/years/:year/ledger/grace', { done: '已保存' })
  const [days, setDays] = useState<number | null>(of.graceDays)
  const [asking, setAsking] = useState(false)

  return (
    <div className="grace-form">
      <label htmlFor="grace-days">期间结束后</label>
      <NumberInput
        id="grace-days"
        controls={false}
        min={0}
        max={366}
        precision={0}
        value={days}
        onChange={setDays}
      />
      <span>天截止登记</span>
      <Button disabled={days === null || days === of.graceDays} onClick={() => setAsking(true)}>
        保存
      </Button>
      <ReasonModal
        open={asking}
        title={`改为期间结束后${days ?? 0}天截止`}
        what="没有单独截止或开放的期间，登记截止日期都随之变动。"
        confirm="保存"
        act={act}
        run={reason =>
          act.run({
            params: { year: of.year },
            body: { days: days ?? 0, reason, revision: of.revision },
          })
        }
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
