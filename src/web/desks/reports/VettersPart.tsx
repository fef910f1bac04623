import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { vetStateNames } from '../../../contract/reports/reportColumns.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Report, Vetter } from './reportTypes.ts'

/** Shows where each body that vets stands, with its dated receipt; whoever may, signs off or returns for it. (六（三）) */
export function VettersPart({ report }: { readonly report: Report }) {
  const { year, unit, revision, vetters } = report
  const params = { year, unit }
  const [returning, setReturning] = useState<Vetter>()
  const sign = useAct('POST /api/years/:year/units/:unit/report/sign', { done: '已审核通过，回执已登记' })
  const back = useAct('POST /api/years/:year/units/:unit/report/return', { done: '已退回，书记可以修改' })
  if (vetters.length === 0) return null
  return (
    <section className="report-vetters" aria-label="审核把关">
      <h2>审核把关</h2>
      <ul className="bare">
        {vetters.map(one => (
          <li key={one.vetter}>
            <div className="report-vetter">
              <strong>{one.name}</strong>
              <span className={CLASSES[one.state]}>{vetStateNames[one.state]}</span>
            </div>
            {one.on !== undefined && (
              <p className="soft">
                {one.by}，<ChineseDate of={one.on} />
              </p>
            )}
            {one.reason !== undefined && <p className="report-return">{one.reason}</p>}
            {one.mayVet && (
              <div className="buttons">
                {one.state !== 'signed' && (
                  <Popconfirm
                    title={`以“${one.name}”的名义审核通过？`}
                    description="回执写明经办人和日期。"
                    okText="审核通过"
                    cancelText="取消"
                    onConfirm={() => sign.run({ params, body: { vetter: one.vetter, revision } })}
                  >
                    <Button type="primary" loading={sign.busy}>
                      审核通过
                    </Button>
                  </Popconfirm>
                )}
                <Button onClick={() => setReturning(one)}>退回修改</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <RefusedNotice error={sign.refused} />
      <ReasonModal
        open={returning !== undefined}
        title={`退回述职报告（${returning?.name ?? ''}）`}
        what="书记收到退回理由和各段批注，改好后重新上报；各部门须重新审核。"
        label="退回理由"
        confirm="退回"
        act={back}
        run={reason => back.run({ params, body: { vetter: returning!.vetter, reason, revision } })}
        onClose={() => setReturning(undefined)}
      />
    </section>
  )
}

const CLASSES = { signed: 'good', returned: 'bad', waiting: 'soft' } as const
