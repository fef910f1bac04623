import { Button } from 'antd'
import { useState } from 'react'
import { useGranted, useMay } from '../../../client/useMay.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { LeadDuty } from '../routineTypes.ts'
import { useWithSealed } from '../../year/useWithSealed.ts'
import { DutyRecord } from './DutyRecord.tsx'
import { DutySigns } from './DutySigns.tsx'
import { DualDebriefs } from './DualDebriefs.tsx'
import { LeadDutyForm } from './LeadDutyForm.tsx'
import '../routine.css'

/** Shows lead duty (牵头职责): shortcomings of lead units with amount and reason, and who has held the dual debrief. (六（四）, R14) */
export function LeadDutyPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/routine/leadDuty', { params: { year: year ?? 0 } })
  if (year === undefined) {
    return (
      <>
        <PageHead title="牵头职责" />
        <EmptyState
          title="还没有考核年度"
          what="开启年度后，在这里登记牵头职责的履行情况。"
          next={<LinkButton to="/">返回首页</LinkButton>}
        />
      </>
    )
  }
  return (
    <AnsweredPage title="牵头职责" of={of}>
      {duty => <Shown key={duty.year} duty={duty} />}
    </AnsweredPage>
  )
}

function Shown({ duty }: { readonly duty: LeadDuty }) {
  const may = useMay()
  // The signs are read after the seal, too.
  const readsSigns = useGranted()('recordLeadDuty')
  const withSealed = useWithSealed()
  const [recording, setRecording] = useState(false)
  const mayRecord = may('recordLeadDuty') && duty.rules.length > 0 && duty.units.length > 0
  const found = useAnswer(
    'GET /api/years/:year/lead-duty/signs',
    { params: { year: duty.year } },
    { when: readsSigns },
  )
  const signs = found.data?.signs ?? []
  const standing = duty.records.filter(record => record.withdrawn === undefined)
  return (
    <>
      <PageHead
        title="牵头职责"
        state={withSealed(standing.length === 0 ? '没有登记扣分' : `登记扣分${standing.length}条`)}
        actions={
          mayRecord &&
          !recording && (
            <Button type="primary" onClick={() => setRecording(true)}>
              登记扣分
            </Button>
          )
        }
      />
      {duty.rules.length === 0 && <p className="soft">本年度方案没有牵头职责的扣分标准。</p>}
      {mayRecord && recording && (
        <LeadDutyForm duty={duty} signs={signs} onDone={() => setRecording(false)} />
      )}
      {duty.records.length > 0 && (
        <section className="routine-part" aria-labelledby="duty-head">
          <h2 id="duty-head">已登记的扣分</h2>
          <ul className="duty-list">
            {duty.records.map(record => (
              <DutyRecord key={record.id} year={duty.year} record={record} />
            ))}
          </ul>
        </section>
      )}
      {readsSigns && <DutySigns of={found} />}
      <DualDebriefs year={duty.year} />
    </>
  )
}
