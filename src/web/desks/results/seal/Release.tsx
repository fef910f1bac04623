import { App, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Seal, Seals } from './sealTypes.ts'

/** Releases the results to units: each unit sees its own, a lead unit also those of its members. */
export function Release({
  seals: { year, released, releasedSeal },
  latest,
}: {
  readonly seals: Seals
  readonly latest: Seal
}) {
  const may = useMay()
  const { modal } = App.useApp()
  const act = useAct('POST /api/years/:year/release', { done: '结果已向单位公布' })
  if (released) {
    return (
      <p className="seal-wait">
        第{latest.number}次封存的结果已审定并向单位公布。接下来：
        <Link to={`/${year}/consequences`}>送达结果运用的通知</Link>。
      </p>
    )
  }
  if (!may('releaseResults'))
    return <p className="seal-wait">第{latest.number}次封存的结果已审定，等待组织考核者向单位公布。</p>
  return (
    <>
      <h2>向单位公布</h2>
      <p>
        第{latest.number}
        次封存的结果已审定。
        {releasedSeal !== undefined && `单位现在看到的仍是第${releasedSeal}次封存的结果。`}
        公布后，各单位能看到自己的得分和失分原因，牵头单位能看到所属单位的。
      </p>
      <RefusedNotice error={act.refused} />
      <div className="buttons">
        <Button
          type="primary"
          loading={act.busy}
          onClick={() =>
            void modal.confirm({
              title: `向单位公布${year}年度的结果`,
              content:
                '公布后单位即可查看；之后如有更正，重新封存、审定后须再次公布，单位才看到更正后的结果。',
              okText: '公布',
              cancelText: '取消',
              onOk: () => act.run({ params: { year }, body: { seal: latest.number } }),
            })
          }
        >
          向单位公布
        </Button>
      </div>
    </>
  )
}
