import { useAct } from '../../client/useAct.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { AgendaRow, StepProps } from './meetingTypes.ts'

type Props = StepProps & { readonly row: AgendaRow; readonly onClose: () => void }

/** Takes a secretary off the agenda once it is settled, with a reason that stands in the minutes. */
export function RemoveSpeaker({ year, meeting, row, onClose }: Props) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/removals', { done: '已移出议程' })
  return (
    <ReasonModal
      open
      title={`${row.unitName}${row.secretary}移出议程`}
      what="这次会议不再评议这位书记，其测评得分另行决定；投票开始后不能再移出。"
      confirm="移出议程"
      danger
      act={act}
      run={reason => {
        const body = { unit: row.unit, reason, revision: meeting.revision }
        return act.run({ params: { year, meeting: meeting.id }, body })
      }}
      onClose={onClose}
    />
  )
}
