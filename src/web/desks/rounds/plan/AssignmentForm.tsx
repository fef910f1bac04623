import { Button } from 'antd'
import { assignmentFields, crewField } from '../../../../contract/rounds/roundsFields.ts'
import { choiceField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Assignment, Plan } from '../roundTypes.ts'
import { teamOf } from '../roundWords.ts'
import { crewOf } from './crewOf.ts'

/** The assignment being edited: an existing or a new one. */
export interface Editing {
  readonly assignment?: Assignment
}

interface Props {
  readonly plan: Plan
  readonly editing: Editing
  readonly onClose: () => void
}

/** Edits an assignment: day, team, people. Those who must recuse themselves cannot be chosen. Changes made meanwhile by others are shown beside the input. */
export function AssignmentForm({ plan, editing: { assignment }, onClose }: Props) {
  const { round, units, inspectors } = plan
  const params = { year: round.year, round: round.id }
  const make = useAct('POST /api/years/:year/rounds/:round/assignments', { done: '已增加' })
  const edit = useAct('PUT /api/years/:year/rounds/:round/assignments/:assignment', { done: '安排已调整' })
  const drop = useAct('DELETE /api/years/:year/rounds/:round/assignments/:assignment', { done: '已撤去' })
  const current = plan.assignments.find(one => one.id === assignment?.id) ?? assignment
  const planned = new Set(plan.assignments.map(one => one.unit))
  const free = units.filter(unit => !planned.has(unit.id))
  const fields = {
    unit: choiceField('单位', {
      look: 'search',
      options: (assignment === undefined ? free : units).map(unit => ({ value: unit.id, label: unit.name })),
      none: '输入名称',
      empty: '单位都已排上',
    }),
    plannedOn: { ...assignmentFields.plannedOn, around: round.from },
    team: assignmentFields.team,
    inspectors: {
      ...crewField,
      options: inspectors.map(one => ({ value: one.id, label: one.name })),
    },
    note: assignmentFields.note,
  }
  const form = useForm(fields, {
    start: assignment === undefined ? { plannedOn: round.from } : {},
    saved: current && { revision: current.revision, values: valuesOf(current) },
    hidden: () => (assignment === undefined ? [] : ['unit']),
    acts: [make, edit, drop],
    send: async ({ unit, ...sent }, revision) =>
      assignment === undefined
        ? make.run({ params, body: { unit, ...sent } })
        : edit.run({ params: { ...params, assignment: assignment.id }, body: { revision, ...sent } }),
    after: onClose,
  })
  const { unit, inspectors: chosen } = form.values
  const group = units.find(one => one.id === unit)?.group
  const crew = inspectors
    .filter(one => one.active || chosen.includes(one.id))
    .map(one => ({
      value: one.id,
      label: one.name,
      disabled: group !== undefined && one.barred.includes(group),
      title: `本轮${one.units}个单位`,
    }))

  async function remove({ id, revision }: Assignment) {
    const input = { params: { ...params, assignment: id }, query: { revision: String(revision) } }
    if ((await drop.run(input)) !== undefined) onClose()
  }

  return (
    <FormModal
      form={form}
      title={assignment === undefined ? '增加单位' : `调整：${assignment.unitName}`}
      confirm="保存"
      waits={unit === ''}
      aside={
        current !== undefined && (
          <Button danger loading={drop.busy} onClick={() => void remove(current)}>
            撤去这一项
          </Button>
        )
      }
      onClose={onClose}
    >
      <FormFields of={form} only={['unit']} />
      <FormFields of={form} only={['plannedOn', 'team']} className="two-fields" />
      <UseCrew plan={plan} typed={form.values} onUse={people => form.change({ inspectors: people })} />
      <FormFields of={form} only={['inspectors', 'note']} now={{ inspectors: { options: crew } }} />
    </FormModal>
  )
}

interface CrewProps {
  readonly plan: Plan
  readonly typed: Readonly<ReturnType<typeof valuesOf>>
  readonly onUse: (people: readonly string[]) => void
}

/** Selects the people of the team on that day with one click. */
function UseCrew({ plan, typed: { team, plannedOn, unit, inspectors }, onUse }: CrewProps) {
  const crew = team === undefined ? [] : crewOf(plan.assignments, team, plannedOn, unit)
  if (crew.every(one => inspectors.includes(one.id))) return null
  return (
    <p className="buttons-level">
      {teamOf(team)}是{crew.map(one => one.name).join('、')}。
      <Button size="small" onClick={() => onUse(crew.map(one => one.id))}>
        用这组人员
      </Button>
    </p>
  )
}

function valuesOf({ unit, plannedOn = '', team, inspectors, note }: Assignment) {
  const people: readonly string[] = inspectors.map(one => one.id)
  return { unit, plannedOn, team, inspectors: people, note }
}
