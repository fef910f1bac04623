import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useMay } from '../../client/SessionContext.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { AbandonDraw } from './AbandonDraw.tsx'
import { DrawResults } from './DrawResults.tsx'
import { stateNames, describeTakes, describeUnits, type WholeDraw } from './drawTypes.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { SeedForm } from './SeedForm.tsx'
import { VerifyAll } from './VerifyAll.tsx'
import './draw.css'

/** 一场抽签: while it waits, where the seed is entered; afterwards who was drawn in each unit. */
export function DrawPage() {
  const { year } = useYear()
  const { draw } = useParams({ strict: false }) as { readonly draw: string }
  const answer = useAnswer('GET /api/years/:year/draws/:draw', { params: { year, draw } })
  return (
    <AnsweredPage title="抽签结果" of={answer}>
      {data => <Shown key={draw} year={year!} data={data} />}
    </AnsweredPage>
  )
}

function Shown({ year, data }: { readonly year: number; readonly data: WholeDraw }) {
  const may = useMay()
  const waits = data.state === 'prepared'
  return (
    <>
      <PageHead
        title={`第${data.quarter}季度抽签`}
        state={`${describeUnits(data)}，每个单位抽${describeTakes(data.takes)}；${stateNames[data.state]}`}
        actions={
          <>
            <LinkButton to={`/${year}/draws`}>返回抽签</LinkButton>
            {waits && may('holdDraw') && <AbandonDraw year={year} draw={data.draw} />}
            {data.state === 'drawn' && <VerifyAll year={year} draw={data.draw} />}
          </>
        }
      />
      <dl className="draw-facts">
        <div>
          <dt>总指纹</dt>
          <dd>
            <Fingerprint of={data.digest} />
          </dd>
        </div>
        <div>
          <dt>准备</dt>
          <dd>
            {data.preparedBy}，<ChineseDate of={data.preparedAt} />
          </dd>
        </div>
        {data.reason !== undefined && (
          <div>
            <dt>再抽的理由</dt>
            <dd>{data.reason}</dd>
          </div>
        )}
        {data.seed !== undefined && (
          <div>
            <dt>种子</dt>
            <dd>
              <strong className="draw-seed" translate="no">
                {data.seed}
              </strong>
              （{data.seedKind === 'dice' ? '骰子，' : ''}
              {data.seedParts!.map(part => `${part.by} ${part.text}`).join('；')}）
            </dd>
          </div>
        )}
        {data.endedAt !== undefined && (
          <div>
            <dt>{data.state === 'drawn' ? '抽取' : '作废'}</dt>
            <dd>
              {data.endedBy}，<ChineseDate of={data.endedAt} />
              {data.endReason !== undefined && `：${data.endReason}`}
            </dd>
          </div>
        )}
      </dl>
      {waits && may('holdDraw') && <SeedForm year={year} draw={data.draw} />}
      {waits && !may('holdDraw') && <Alert type="info" showIcon title="名单和抽取数已定，等待会上产生种子" />}
      <DrawResults year={year} data={data} />
    </>
  )
}
