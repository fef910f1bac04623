import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { agendaColumns } from './agendaColumns.tsx'
import { DrawOrder } from './DrawOrder.tsx'
import { type AgendaRow, ledBy, type StepProps } from './meetingTypes.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'

/** Shows the agenda; until slips or sheets are printed the convenor arranges it: by hand, or by the draw that anybody can repeat. */
export function AgendaStep({ year, meeting }: StepProps) {
  const [arranged, setArranged] = useState<readonly AgendaRow[]>()
  const [drawing, setDrawing] = useState(false)
  const save = useAct('PUT /api/years/:year/meetings/:meeting/agenda', { done: '议程已保存' })
  const rows = arranged ?? meeting.agenda
  const edits = meeting.convenes && meeting.phase === 'planned'
  const [removing, setRemoving] = useState<AgendaRow>()
  const removes = meeting.convenes && !edits && meeting.voting === 'notYet' && meeting.phase !== 'brokenOff'
  const columns = useMemo(
    () =>
      agendaColumns({
        leads: ledBy(meeting),
        rows,
        minutes: meeting.minutes,
        edit: edits
          ? {
              onMove: (row, to) => setArranged(moved(rows, row, to)),
              onSpeaks: (row, speaks) =>
                setArranged(rows.map(one => (one.unit === row.unit ? { ...one, speaks } : one))),
            }
          : undefined,
        onRemove: removes ? setRemoving : undefined,
      }),
    [rows, edits, removes, meeting],
  )
  async function submit() {
    const lines = rows.map(({ unit, speaks }) => ({ unit, speaks }))
    const answer = await save.run({
      params: { year, meeting: meeting.id },
      body: { lines, revision: meeting.revision },
    })
    if (answer !== undefined) setArranged(undefined)
  }
  return (
    <>
      <RefusedNotice error={save.refused} />
      <DataTable
        id="agenda"
        label="议程"
        height="whole"
        unit="位书记"
        rows={rows}
        columns={columns}
        rowKey={row => row.unit}
        rowClass={row => (row.removed ? 'agenda-removed' : undefined)}
      />
      {meeting.draw !== undefined && (
        <p className="soft">
          次序由抽签排定，种子<span translate="no">{meeting.draw.seed}</span>，名单指纹
          <span translate="no">{meeting.draw.fingerprint}</span>。
        </p>
      )}
      {edits && (
        <div className="buttons agenda-acts">
          {arranged === undefined ? (
            <Button onClick={() => setDrawing(true)}>抽签排定次序</Button>
          ) : (
            <>
              <Button type="primary" loading={save.busy} onClick={() => void submit()}>
                保存议程
              </Button>
              <Button onClick={() => setArranged(undefined)}>不保存</Button>
            </>
          )}
        </div>
      )}
      {removing !== undefined && (
        <RemoveSpeaker year={year} meeting={meeting} row={removing} onClose={() => setRemoving(undefined)} />
      )}
      {drawing && <DrawOrder year={year} meeting={meeting} onClose={() => setDrawing(false)} />}
    </>
  )
}

/** Returns the rows with one of them moved to another place. */
function moved(rows: readonly AgendaRow[], row: AgendaRow, to: number): readonly AgendaRow[] {
  const others = rows.filter(one => one.unit !== row.unit)
  return others.toSpliced(to - 1, 0, row)
}

type Props = StepProps & { readonly row: AgendaRow; readonly onClose: () => void }

/** Takes a secretary off the agenda once it is settled, with a reason that stands in the minutes. */
function RemoveSpeaker({ year, meeting, row, onClose }: Props) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/removals', { done: '已移出议程' })
  return (
    <ReasonModal
      open
      title={`${row.unitName}${row.secretary}移出议程`}
      what={`这次会议不再评议这位书记，${meeting.dual === undefined ? '其测评得分另行决定' : '另行安排述职评议'}；投票开始后不能再移出。`}
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
