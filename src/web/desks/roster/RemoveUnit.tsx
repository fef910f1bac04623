import { Modal } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { UnitDetail } from './rosterTypes.ts'

interface Props {
  readonly year: number
  readonly unit: UnitDetail
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Removes a unit entered by mistake, after confirmation. */
export function RemoveUnit({ year, unit, onClose, onRemoved }: Props) {
  const act = useAct('DELETE /api/years/:year/roster/:unit', {
    done: '单位已删去',
    refresh: ['GET /api/years/:year/roster', 'GET /api/years'],
  })

  async function remove() {
    const answer = await act.run({ params: { year, unit: unit.id }, query: { revision: unit.revision } })
    if (answer !== undefined) onRemoved()
  }

  return (
    <Modal
      open
      title={`删去“${unit.name}”`}
      okText="删去"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={act.busy}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <p>
        只用于录错的单位：它和它的任职从{year}
        年度名册中删去，删去记入留痕。已经撤销的单位请填撤销日期，不要删去。
      </p>
    </Modal>
  )
}
