import { Alert } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/SessionContext.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useYear } from '../../app/useYear.ts'
import { Answered } from '../../parts/Answered.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { printDay } from '../../parts/printDay.ts'
import { ComponentProgress } from './ComponentProgress.tsx'
import { GroupTable } from './GroupTable.tsx'
import { MissingList, type Picked } from './MissingList.tsx'
import { Timetable } from './Timetable.tsx'
import type { Year } from './year.ts'
import './progress.css'

/** 年度进展: the timetable with what is past, next and late; how far each component is, by lead unit; what is missing. */
export function ProgressPage() {
  const { year = 0 } = useYear()
  return <Answered of={useAnswer('GET /api/years/:year', { params: { year } })}>{answer => <Shown of={answer} />}</Answered>
}

function Shown({ of }: { readonly of: Year }) {
  const may = useMay()
  const [picked, setPicked] = useState<Picked>()
  const late = of.progress.reduce((sum, component) => sum + component.late, 0)
  return (
    <>
      <PageHead
        title="年度进展"
        state={
          <>
            {of.phaseName}阶段，{of.units}个单位，今天是{printDay(of.today)}
            {late > 0 && <strong className="progress-late">，逾期{late}项</strong>}
          </>
        }
        actions={
          <>
            <LinkButton to={`/${of.year}/year/missing`}>缺项清单</LinkButton>
            {may('movePhase') && <LinkButton to={`/${of.year}/year/phases`}>阶段与方案</LinkButton>}
          </>
        }
      />
      {of.blockers.length > 0 && (
        <Alert type="warning" showIcon title="现在还不能计分" description={<Sentences of={of.blockers} />} style={{ marginBottom: 12 }} />
      )}
      <h2>时间安排</h2>
      <Timetable of={of} />
      <h2>各分项进度</h2>
      {of.units === 0 ? <NoUnits year={of.year} mayImport={may('editRoster')} /> : <ComponentProgress of={of.progress} />}
      {of.units > 0 && (
        <>
          <h2>各系统进度</h2>
          <GroupTable of={of} onPick={(component, group) => setPicked({ component, group })} />
        </>
      )}
      <MissingList year={of.year} picked={picked} onClose={() => setPicked(undefined)} />
    </>
  )
}

function NoUnits({ year, mayImport }: { readonly year: number; readonly mayImport: boolean }) {
  return (
    <EmptyState
      title="名册还是空的"
      what={mayImport ? '录入或导入参加考核的单位后，这里按系统显示各分项的进度。' : '组织考核者录入名册后，这里按系统显示各分项的进度。'}
      next={
        mayImport && (
          <LinkButton type="primary" to={`/${year}/roster`}>
            去录入名册
          </LinkButton>
        )
      }
    />
  )
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
      {of.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
