import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { useMay } from '../../../client/useMay.ts'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Occasion, RoutineLedger } from '../routineTypes.ts'
import { AmendRecord } from './AmendRecord.tsx'
import { FaultPicker, type PickedFault, sentFaults } from './FaultPicker.tsx'

interface ListProps {
  readonly ledger: RoutineLedger
  /** Reads all of them. */
  readonly onAll: () => void
}

/** Lists the meetings and returns, latest first, each with who was absent or late. */
export function OccasionList({ ledger, onAll }: ListProps) {
  const { occasions, held } = ledger
  if (occasions.length === 0) {
    return (
      <EmptyState
        title="还没有登记"
        what="开会缺席、派人代会和迟报、漏报、错报，逐次登记后列在这里，扣多少、扣在哪里一并说明。"
      />
    )
  }
  return (
    <>
      <ol className="occasions">
        {occasions.map(occasion => (
          <OneOccasion key={occasion.id} occasion={occasion} ledger={ledger} />
        ))}
      </ol>
      {held > occasions.length && <Button onClick={onAll}>显示全部{held}次</Button>}
    </>
  )
}

function OneOccasion({ occasion, ledger }: { readonly occasion: Occasion; readonly ledger: RoutineLedger }) {
  const { id, kind, name, heldOn, keeperName, records } = occasion
  const mayEdit = useMay()('recordRoutine') && occasion.mayEdit
  const [adding, setAdding] = useState(false)
  const [amending, setAmending] = useState<string>()
  const amended = records.find(record => record.id === amending)
  const faults = ledger.faults.filter(fault => fault.kinds.includes(kind))
  return (
    <li className="occasion">
      <div className="occasion-head">
        <h3>{name}</h3>
        <span className="soft">
          <ChineseDate of={heldOn} />，{kind === 'meeting' ? '会议' : '材料或报表'}
          {keeperName === undefined ? '' : `，${keeperName}登记`}
        </span>
        {mayEdit && !adding && (
          <Button size="small" onClick={() => setAdding(true)} aria-label={`在“${name}”补登`}>
            补登
          </Button>
        )}
      </div>
      {records.length === 0 ? (
        <p className="soft">没有缺席和迟报、漏报、错报。</p>
      ) : (
        <ul>
          {records.map(record => (
            <li key={record.id} className={record.withdrawn === undefined ? undefined : 'soft'}>
              <span>
                {record.unitName}：{record.name}
                {record.note === '' ? '' : `（${record.note}）`}
                {record.withdrawn !== undefined &&
                  `；已由${record.withdrawn.by}撤回：${record.withdrawn.why}`}
              </span>
              {mayEdit && record.withdrawn === undefined && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`更正${record.unitName}${record.name}`}
                  onClick={() => setAmending(record.id)}
                >
                  更正
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <AddFaults occasion={id} ledger={ledger} faults={faults} onClose={() => setAdding(false)} />}
      {amended !== undefined && (
        <AmendRecord
          year={ledger.year}
          record={amended}
          faults={faults}
          onClose={() => setAmending(undefined)}
        />
      )}
    </li>
  )
}

interface AddProps {
  readonly occasion: string
  readonly ledger: RoutineLedger
  readonly faults: RoutineLedger['faults']
  readonly onClose: () => void
}

function AddFaults({ occasion, ledger, faults, onClose }: AddProps) {
  const act = useAct('POST /api/years/:year/routine/occasions/:occasion/records', { done: '已补登' })
  const [picked, setPicked] = useState<readonly PickedFault[]>([])
  return (
    <div className="add-faults">
      <RefusedNotice error={act.refused} />
      <FaultPicker year={ledger.year} faults={faults} picked={picked} onChange={setPicked} />
      <div className="record-acts">
        <Button
          type="primary"
          loading={act.busy}
          disabled={picked.length === 0}
          onClick={() => {
            void act
              .run({ params: { year: ledger.year, occasion }, body: { records: sentFaults(picked) } })
              .then(answer => answer !== undefined && onClose())
          }}
        >
          补登{picked.length}条
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </div>
  )
}
