import { Link, useParams } from '@tanstack/react-router'
import { problemOriginNames, problemStepNames } from '../../../contract/rectify/rectifyFields.ts'
import { describeStanding } from '../../../contract/rectify/problemColumns.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Clause } from '../../kit/explain/Clause.tsx'
import { FileList } from '../../kit/files/FileList.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { entryAt } from '../ledger/addresses.ts'
import { nextStepOf } from './nextStepOf.ts'
import { PlanForm } from './PlanForm.tsx'
import { ProblemActs } from './ProblemActs.tsx'
import type { Problem } from './rectifyTypes.ts'
import './rectify.css'

/** Shows one problem: what it rests on, its plan, what can be done now, and its history. */
export function ProblemPage() {
  const { unit, problem } = useParams({ strict: false }) as {
    readonly unit: string
    readonly problem: string
  }
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/units/:unit/problems/:problem', {
    params: { year, unit, problem },
  })
  return (
    <AnsweredPage title="问题" of={answer}>
      {of => <Shown of={of} />}
    </AnsweredPage>
  )
}

function Shown({ of }: { readonly of: Problem }) {
  const writesPlan = of.acts.includes('plan')
  const returned = returnOf(of)
  const next = nextStepOf(of)
  return (
    <>
      <PageHead
        title="问题"
        state={
          <>
            {of.unitName}，{describeStanding(of)}
            {of.overdue && <span className="bad">，逾期</span>}
          </>
        }
        actions={<BackLink to={`/${of.year}/problems`}>返回清单</BackLink>}
      />
      <ProblemActs of={of} />
      <dl className="facts problem-facts">
        <Fact name="问题">{of.text}</Fact>
        <Fact name="来源">
          {problemOriginNames[of.origin]}
          {of.source !== '' && `：${of.source}`}
        </Fact>
        {(of.rowTitle !== undefined || of.citation !== '') && (
          <Fact name="涉及">
            {of.rowTitle} {of.citation !== '' && <Clause of={of.citation} year={of.year} />}
          </Fact>
        )}
        {of.again.length > 0 && (
          <Fact name="再次出现">
            <span className="bad">{of.again.join('、')}年度也有同样的问题</span>
          </Fact>
        )}
        {returned !== undefined && (
          <Fact name={returned.kind === 'checked' ? '复查退回' : '退回理由'}>
            {returned.text}
            <span className="soft-line">
              {returned.by}，<ChineseDate of={returned.on} />
            </span>
          </Fact>
        )}
        {of.planBy !== undefined && (
          <Fact name="时限">
            异议到
            <ChineseDate of={of.objectUntil} />
            ，方案到
            <ChineseDate of={of.planBy} />
            {of.deadline !== undefined && (
              <>
                ，完成到
                <ChineseDate of={of.deadline} />
              </>
            )}
          </Fact>
        )}
        {next !== undefined && <Fact name="下一步">{next}</Fact>}
        {!writesPlan && of.remedy !== '' && (
          <>
            <Fact name="原因">{of.cause}</Fact>
            <Fact name="整改措施">{of.remedy}</Fact>
            <Fact name="责任人">{of.owner}</Fact>
          </>
        )}
        {of.standing !== 'sent' && of.standing !== 'dropped' && (
          <Fact name={of.standing === 'drafted' || of.standing === 'reviewed' ? '研究审核' : '方案审核'}>
            {of.signers.map(({ id, name, signed }) => (
              <div key={id}>
                {name}
                <span className={signed ? 'good' : 'soft'}>{signed ? ' 已同意' : ' 未审核'}</span>
              </div>
            ))}
          </Fact>
        )}
      </dl>
      <KeepRefused open={writesPlan}>
        <PlanForm key={of.id} of={of} />
      </KeepRefused>
      <History of={of} />
    </>
  )
}

/** The step by which it came back to where it is now, with the reason to see to; none once anything else was done. */
function returnOf({ standing, steps }: Problem): Problem['steps'][number] | undefined {
  const last = steps.at(-1)
  const isReturn =
    last?.kind === 'planReturned' ||
    last?.kind === 'reviewReturned' ||
    (last?.kind === 'checked' && standing === 'inProgress')
  return isReturn ? last : undefined
}

function History({ of: { year, unit, steps } }: { readonly of: Problem }) {
  return (
    <section aria-label="经过">
      <h2>经过</h2>
      <ol className="problem-steps bare">
        {steps.map((step, at) => (
          <li key={at}>
            <strong>
              {problemStepNames[step.kind]}
              {step.body !== undefined && `（${step.body}）`}
            </strong>
            <span className="soft">
              {' '}
              {step.by}，<ChineseDate of={step.on} />
            </span>
            {step.until !== undefined && (
              <p>
                到
                <ChineseDate of={step.until} />
              </p>
            )}
            {step.text !== '' && <p className="problem-text">{step.text}</p>}
            {step.entries.map(entry => (
              <div key={entry.id}>
                <Link to={entryAt(entry.year, unit, entry.id)}>{entry.title}</Link>
              </div>
            ))}
            {step.gone > 0 && <p className="bad">所引的台账有{step.gone}条已撤回或更正</p>}
            <FileList year={year} unit={unit} files={step.files} />
          </li>
        ))}
      </ol>
    </section>
  )
}
