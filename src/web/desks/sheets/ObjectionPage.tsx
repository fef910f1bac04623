import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { FindingCard } from './FindingCard.tsx'
import { addressOfObjection, addressOfSheet, type Objection, type Sheet } from './sheetTypes.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import './sheets.css'

/** Shows one objection: the finding and the unit's objection, and beside them what a decision would move. */
export function ObjectionPage() {
  const { finding } = useParams({ strict: false }) as { readonly finding: string }
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/objections', { params: { year }, query: { of: finding } })
  return (
    <AnsweredPage title="异议" of={answer}>
      {({ objections }) => {
        const one = objections.find(each => each.finding === finding)
        const next = objections.find(each => each.state === 'objected' && each.finding !== finding)
        return one === undefined ? (
          <Gone year={year!} />
        ) : (
          <Shown key={finding} year={year!} one={one} next={next} />
        )
      }}
    </AnsweredPage>
  )
}

function Gone({ year }: { readonly year: number }) {
  return (
    <>
      <PageHead title="异议" />
      <EmptyState
        title="没有这条异议"
        what="单位可能已经改为认可，也可能地址写错了。"
        next={<LinkButton to={`/${year}/objections`}>返回异议清单</LinkButton>}
      />
    </>
  )
}

function Shown({
  year,
  one,
  next,
}: {
  readonly year: number
  readonly one: Objection
  readonly next: Objection | undefined
}) {
  const withSealed = useWithSealed()
  const answer = useAnswer('GET /api/years/:year/sheets/:sheet', { params: { year, sheet: one.sheet } })
  return (
    <>
      <PageHead
        title={`${one.unitName}的异议`}
        state={withSealed(`${printQuarter(one.quarter)}核查，${one.row}`)}
        actions={
          <>
            <BackLink to={`/${year}/objections`}>返回清单</BackLink>
            <LinkButton to={addressOfSheet(year, one.sheet)}>打开核查表</LinkButton>
            {next !== undefined && one.state !== 'objected' && (
              <LinkButton type="primary" to={addressOfObjection(year, next.finding)}>
                下一条待裁定
              </LinkButton>
            )}
          </>
        }
      />
      <Answered of={answer}>{sheet => <Objected year={year} sheet={sheet} one={one} />}</Answered>
    </>
  )
}

function Objected({
  year,
  sheet,
  one,
}: {
  readonly year: number
  readonly sheet: Sheet
  readonly one: Objection
}) {
  const finding = sheet.rows.find(row => row.id === one.finding)
  if (finding === undefined) return null
  return (
    <div className="objection">
      <FindingCard year={year} unit={sheet.unit} of={finding} />
      <KeepRefused open={sheet.mayDecide && finding.state === 'objected'}>
        <DecisionForm year={year} finding={finding} />
      </KeepRefused>
      {!sheet.mayDecide && finding.state === 'objected' && (
        <p role="note">
          {finding.mine
            ? '您参加了这次核查，不能裁定自己的核查情况，请由其他人裁定。'
            : '等待组织考核者裁定。'}
        </p>
      )}
    </div>
  )
}
