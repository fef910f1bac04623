import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useMay } from '../../client/useMay.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DrawResults } from './DrawResults.tsx'
import { describeTakes, describeUnits, stateNames, type WholeDraw } from './drawTypes.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { SeedForm } from './SeedForm.tsx'
import { VerifyAll } from './VerifyAll.tsx'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { Fact } from '../../kit/Fact.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import './draw.css'

/** Shows one draw: the seed form while it waits, then who was drawn in each unit. */
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
        title={`${printQuarter(data.quarter)}抽签`}
        state={`${describeUnits(data)}，每个单位抽${describeTakes(data.takes)}；${stateNames[data.state]}`}
        actions={
          <>
            <BackLink to={`/${year}/draws`}>返回抽签</BackLink>
            {waits && may('holdDraw') && <AbandonDraw year={year} draw={data.draw} />}
            {data.state === 'drawn' && <VerifyAll year={year} draw={data.draw} />}
          </>
        }
      />
      <dl className="draw-facts">
        <Fact name="总指纹">
          <Fingerprint of={data.digest} />
        </Fact>
        <Fact name="准备">
          {data.preparedBy}，<ChineseDate of={data.preparedAt} />
        </Fact>
        {data.reason !== undefined && <Fact name="再抽的理由">{data.reason}</Fact>}
        {data.seed !== undefined && (
          <Fact name="种子">
            <strong className="draw-seed" translate="no">
              {data.seed}
            </strong>
            （{data.seedKind === 'dice' ? '骰子，' : ''}
            {data.seedParts!.map(part => `${part.by} ${part.text}`).join('；')}）
          </Fact>
        )}
        {data.endedAt !== undefined && (
          <Fact name={data.state === 'drawn' ? '抽取' : '作废'}>
            {data.endedBy}，<ChineseDate of={data.endedAt} />
            {data.endReason !== undefined && `：${data.endReason}`}
          </Fact>
        )}
      </dl>
      {waits && may('holdDraw') && data.needsAnother && (
        <Alert type="info" showIcon title="这是再次抽签，由您准备：种子须由另一个人用自己的账号填入。" />
      )}
      <KeepRefused open={waits && may('holdDraw') && !data.needsAnother}>
        <SeedForm year={year} draw={data.draw} />
      </KeepRefused>
      {waits && !may('holdDraw') && <Alert type="info" showIcon title="名单和抽取数已定，等待会上产生种子" />}
      <DrawResults year={year} data={data} />
    </>
  )
}

/** Cancels a draw, only before its seed is entered and with a reason that is kept. */
function AbandonDraw({ year, draw }: { readonly year: number; readonly draw: string }) {
  const [open, setOpen] = useState(false)
  const act = useAct('POST /api/years/:year/draws/:draw/abandon', { done: '这次抽签已作废' })
  return (
    <>
      <Button onClick={() => setOpen(true)}>作废</Button>
      <ReasonModal
        open={open}
        title="作废这次抽签"
        what="还没有种子的抽签可以作废，理由和名单仍然保留；有了种子就不能作废。"
        confirm="作废"
        danger
        act={act}
        run={reason => act.run({ params: { year, draw }, body: { reason } })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
