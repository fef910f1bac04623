import { Alert, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { printDay } from '../../../kit/printDay.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { Seals } from './sealTypes.ts'

/** Opens a sealed year for correction (更正), with a reason. The sealed result is kept, and the next seal shows the difference. */
function Begin({ year, seal }: { readonly year: number; readonly seal: number }) {
  const act = useAct('POST /api/years/:year/corrections', {
    done: '已开始更正：现在可以修改，改好后重新封存',
  })
  const [asking, setAsking] = useState(false)
  return (
    <>
      <h2>更正</h2>
      <p>发现封存的结果有误时，写明理由开始更正。原来的结果保留，重新封存后列出两次的差别，仍须审定。</p>
      <Button onClick={() => setAsking(true)}>开始更正</Button>
      <ReasonModal
        open={asking}
        title="更正已封存的结果"
        what={`第${seal}次封存的结果保留。开始后，年度的事实和方案版本可以修改；改好后重新封存、重新审定。`}
        confirm="开始更正"
        act={act}
        run={reason => act.run({ params: { year }, body: { reason, seal } })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Shows a correction in progress: why, since when, and where to change what. It can be abandoned while nothing has changed. */
function InProgress({ seals: { year, correction } }: { readonly seals: Seals }) {
  const may = useMay()
  const act = useAct('POST /api/years/:year/corrections/abandon', { done: '已放弃更正，仍以原来的结果为准' })
  const [asking, setAsking] = useState(false)
  if (correction === undefined) return null
  const { reason, by, at, seal, changed } = correction
  return (
    <Alert
      type="warning"
      showIcon
      className="seal-alert"
      title={`正在更正第${seal}次封存的结果`}
      description={
        <>
          <p>
            {by}于{printDay(at)}开始，理由：{reason}
          </p>
          <p>
            {changed ? '已经有改动，改好后在下面重新封存。' : '还没有改动。'}修改核查情况可在
            <Link to={`/${year}/whatIf`}>试算</Link>
            中试过再写入。
          </p>
          {may('correctYear') && !changed && <Button onClick={() => setAsking(true)}>放弃更正</Button>}
          <ReasonModal
            open={asking}
            title="放弃更正"
            what="仍以原来封存的结果为准。"
            confirm="放弃更正"
            act={act}
            run={text => act.run({ params: { year }, body: { reason: text } })}
            onClose={() => setAsking(false)}
          />
        </>
      }
    />
  )
}

/** The two steps of a correction. */
export const Correction = { Begin, InProgress }
