import { Button, Switch } from 'antd'
import { call } from '../../../client/call.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { isActive, useJobs } from '../../../kit/useJobs.ts'
import { FirmnessFigures } from './FirmnessFigures.tsx'
import type { Firmness } from './firmnessTypes.ts'
import './firmness.css'

/** Shows how firm the ranking is: ranges of places, pairs whose order is chance, and who depends on which ruling. */
export function FirmnessPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/firmness', { params: { year } })
  return (
    <div className="firmness">
      <AnsweredPage title="名次稳固程度" of={answer}>
        {firmness => <FirmnessOf of={firmness} />}
      </AnsweredPage>
    </div>
  )
}

function FirmnessOf({ of }: { readonly of: Firmness }) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/firmness', { refresh: ['GET /api/jobs'] })
  const [job] = useJobs(of.year, ['firmness'])
  const running = job !== undefined && isActive(job) ? job : undefined
  const isBusy = act.busy || running !== undefined
  const button = may('computeFirmness') && (
    <Button
      type={of.state === 'current' ? 'default' : 'primary'}
      loading={isBusy}
      onClick={() => void act.run({ params: { year: of.year }, body: {} })}
    >
      {of.state === 'none' ? '计算' : '重新计算'}
    </Button>
  )
  return (
    <>
      <PageHead
        title="名次稳固程度"
        state={stateOf(of)}
        actions={
          <>
            <BackLink to={`/${of.year}/ranking`}>返回排名</BackLink>
            {of.state !== 'none' && (
              <>
                {button}
                <SaveAs
                  text="研究材料"
                  fetch={() =>
                    call('GET /api/years/:year/firmness/report.docx', { params: { year: of.year } })
                  }
                />
              </>
            )}
          </>
        }
      />
      {act.refused !== undefined && <RefusedNotice error={act.refused} />}
      {job?.state === 'failed' && <p className="bad">没有算完：{job.fault}</p>}
      {running !== undefined && (
        <>
          <ProgressLine
            label="正在计算"
            done={running.progress}
            total={1}
            said={`${Math.round(running.progress * 100)}%　${running.stage}`}
          />
          <p className="soft">在后台计算，可以离开这一页，回来再看。</p>
        </>
      )}
      {of.figures === undefined && isBusy ? null : of.figures === undefined ? (
        <EmptyState
          title="还没有计算过"
          what={`把调查答卷和测评票重新抽取2000次，看各单位的名次会在什么范围里变动；再看口径、权重另作规定时名次怎样变。只供研究，不改变任何名次。${button ? '' : '由组织考核者计算，算好后在这里看。'}`}
          next={button || undefined}
        />
      ) : (
        <>
          <Shown of={of} />
          <FirmnessFigures of={of.figures} year={of.year} />
        </>
      )}
    </>
  )
}

/** Says whether units see their own range; the committee decides it. */
function Shown({ of: { year, shown } }: { readonly of: Firmness }) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/firmness/shown')
  const says = shown
    ? '结果公布以后，各单位在本单位结果里看到自己的名次区间，看不到别的单位的。'
    : '单位看不到名次稳固程度。'
  if (!may('showFirmness')) return <p className="soft">{says}</p>
  return (
    <>
      <RefusedNotice error={act.refused} />
      <div className="buttons-level firmness-shown">
        <label className="switch-line">
          <Switch
            checked={shown}
            loading={act.busy}
            onChange={next => void act.run({ params: { year }, body: { shown: next } })}
          />
          单位可以查看自己的
        </label>
        <span className="soft">{says}</span>
      </div>
    </>
  )
}

function stateOf({ state, computedAt, computedBy }: Firmness): string | undefined {
  if (computedAt === undefined) return undefined
  const when = `${computedBy}于${printDay(computedAt)}计算`
  return state === 'outdated'
    ? `${when}。之后年度有改动，下面的数字已不是现在的结果，请重新计算。`
    : `${when}，与现在的结果一致。`
}
