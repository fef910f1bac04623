import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { Report } from './reportTypes.ts'

/** Shows that the limit may be exceeded and why, or lets the organizer allow it. */
export function WaiverPart({ report }: { readonly report: Report }) {
  const { year, unit, terms, waiver, mayWaive } = report
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/report/waiver', { done: '已准许超出字数' })
  if (waiver !== undefined)
    return (
      <p>
        <strong>准许超过{terms.limit}字：</strong>
        {waiver.reason}
        <span className="soft">
          （{waiver.by}，<ChineseDate of={waiver.at} />）
        </span>
      </p>
    )
  if (!mayWaive) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>准许超出字数</Button>
      <ReasonModal
        open={asking}
        title={`准许超过${terms.limit}字`}
        what="理由显示在报告旁，书记和审核部门都看得到。"
        confirm="准许"
        act={act}
        run={reason => act.run({ params: { year, unit }, body: { reason } })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
