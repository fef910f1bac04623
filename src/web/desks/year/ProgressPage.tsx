import { Alert } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { ComponentProgress } from './ComponentProgress.tsx'
import { GroupTable } from './GroupTable.tsx'
import { MissingList, type Picked } from './MissingList.tsx'
import { OwnProgress } from './OwnProgress.tsx'
import { Timetable } from './Timetable.tsx'
import { useSeesOwnOnly } from './useSeesOwnOnly.ts'
import { useYearAnswer } from './useYearAnswer.ts'
import { countLate, type Year } from './year.ts'
import './progress.css'

/** Shows the year's progress: the timetable with past, next and late dates; each component by lead unit; missing items. */
export function ProgressPage() {
  return (
    <AnsweredPage title="年度进展" of={useYearAnswer()}>
      {of => <Shown key={of.year} of={of} />}
    </AnsweredPage>
  )
}

function Shown({ of }: { readonly of: Year }) {
  const may = useMay()
  const isOwn = useSeesOwnOnly()
  return (
    <>
      <PageHead
        title="年度进展"
        state={<Standing of={of} isOwn={isOwn} />}
        actions={
          !isOwn && (
            <>
              <LinkButton to={`/${of.year}/year/missing`}>缺项清单</LinkButton>
              {(may('movePhase') || may('readSeals')) && (
                <LinkButton to={`/${of.year}/year/phases`}>阶段与方案</LinkButton>
              )}
            </>
          )
        }
      />
      {of.blockers.length > 0 && !isOwn && (
        <Alert
          type="warning"
          showIcon
          title="现在还不能计分"
          description={<Sentences of={of.blockers} />}
          style={{ marginBottom: 12 }}
        />
      )}
      <h2>时间安排</h2>
      <Timetable of={of} isOwn={isOwn} />
      {isOwn ? (
        <>
          <h2>本单位各分项</h2>
          <OwnProgress of={of} />
        </>
      ) : (
        <AllProgress of={of} />
      )}
    </>
  )
}

function Standing({
  of: { year, phaseName, units, today, progress },
  isOwn,
}: {
  readonly of: Year
  readonly isOwn: boolean
}) {
  const due = useAnswer('GET /api/years/:year/due', { params: { year } })
  const late = due.data === undefined ? 0 : countLate(due.data)
  const appraised = Math.max(0, ...progress.map(component => component.total))
  const some = appraised === 0 || appraised === units ? '' : `（其中${appraised}个参加考核）`
  return (
    <>
      {phaseName}阶段，{!isOwn && `${units}个单位${some}，`}今天是{printDay(today)}
      {late > 0 && (
        <>
          ，<strong className="urgent">逾期{late}件</strong>（逐件见首页）
        </>
      )}
    </>
  )
}

function AllProgress({ of }: { readonly of: Year }) {
  const [picked, setPicked] = useState<Picked>()
  const hasNone = of.progress.every(component => component.total === 0)
  return (
    <>
      <h2>各分项进度</h2>
      {hasNone ? <NoProgress of={of} /> : <ComponentProgress of={of.progress} />}
      {!hasNone && (
        <>
          <h2>各系统进度</h2>
          <GroupTable of={of} onPick={(component, group) => setPicked({ component, group })} />
        </>
      )}
      <MissingList year={of.year} picked={picked} onClose={() => setPicked(undefined)} />
    </>
  )
}

function NoProgress({ of: { units } }: { readonly of: Year }) {
  const roster = useDesk()('$year/roster')
  const may = useMay()
  if (units > 0)
    return <EmptyState title="还没有进度" what="上面列出的问题解决后，这里按系统显示各分项的进度。" />
  const isEditor = may('editRoster')
  return (
    <EmptyState
      title="名册还是空的"
      what={`${isEditor ? '录入或导入参加考核的单位' : '组织考核者录入名册'}后，这里按系统显示各分项的进度。`}
      next={
        isEditor &&
        roster !== undefined && (
          <LinkButton type="primary" to={roster}>
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
