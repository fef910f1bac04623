import { Modal } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Move } from './PhaseTable.tsx'
import type { Year } from './year.ts'

interface Props {
  readonly of: Year
  readonly move: Move | undefined
  readonly onClose: () => void
}

/** Moves a year to the next or an earlier phase, after confirmation; out of order only with a reason. */
export function MovePhase({ of: { year, phase, phaseName, phases }, move, onClose }: Props) {
  const act = useAct('POST /api/years/:year/phase', { done: move && `已进入“${move.name}”阶段` })
  const isBack =
    phases.findIndex(one => one.phase === move?.to) < phases.findIndex(one => one.phase === phase)
  const what = `由“${phaseName}”${isBack ? '退回' : '进入'}“${move?.name ?? ''}”。阶段的变动记入留痕。`

  async function go(reason?: string) {
    if (move === undefined) return undefined
    return act.run({ params: { year }, body: { from: phase, to: move.to, reason } })
  }
  function cancel() {
    act.forget()
    onClose()
  }

  const title = `${isBack ? '退回' : '进入'}“${move?.name ?? ''}”阶段`
  const confirm = isBack ? '退回' : '进入'
  return (
    <>
      <ReasonModal
        open={move?.needsReason === true}
        title={title}
        what={`${what}这不合通常的次序或日期，请写明理由。`}
        confirm={confirm}
        act={act}
        run={go}
        onClose={onClose}
      />
      <Modal
        open={move?.needsReason === false}
        title={title}
        okText={confirm}
        cancelText="取消"
        confirmLoading={act.busy}
        onOk={() => void go().then(done => done !== undefined && onClose())}
        onCancel={cancel}
      >
        <RefusedNotice error={act.refused} />
        <p>{what}</p>
      </Modal>
    </>
  )
}
