import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { ConflictNotice } from '../../../kit/ConflictNotice.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { DayField } from '../../../kit/DayField.tsx'
import type { Assignment, Plan } from '../roundTypes.ts'
import { peopleOf, teamOf } from '../roundWords.ts'
import { crewOf } from './crewOf.ts'

/** 在改的安排: one that is there, or a new one. */
export interface Editing {
  readonly assignment?: Assignment
}

interface Typed {
  readonly unit: string
  readonly day: string
  readonly team: number | undefined
  readonly people: readonly string[]
  readonly note: string
}

interface Props {
  readonly plan: Plan
  readonly editing: Editing
  readonly onClose: () => void
}

/** 调整一项安排: day, team, people; those who must stay clear cannot be chosen. What somebody else changed meanwhile stands beside what was typed. */
export function AssignmentForm({ plan, editing: { assignment }, onClose }: Props) {
  const { round } = plan
  const [typed, setTyped] = useState(() => typedOf(assignment, round.from))
  const [seen, setSeen] = useState(assignment?.revision)
  const make = useAct('POST /api/years/:year/rounds/:round/assignments', { done: '已增加' })
  const edit = useAct('PUT /api/years/:year/rounds/:round/assignments/:assignment', { done: '安排已调整' })
  const drop = useAct('DELETE /api/years/:year/rounds/:round/assignments/:assignment', { done: '已撤去' })
  const at = { year: round.year, round: round.id }
  const current = plan.assignments.find(one => one.id === assignment?.id)
  const stale = edit.refused?.code === 'staleRevision' ? edit.refused : undefined

  async function save(revision = seen) {
    const { unit, day, team, people, note } = typed
    const body = {
      ...(day === '' ? {} : { plannedOn: day }),
      ...(team === undefined ? {} : { team }),
      inspectors: [...people],
      note: note.trim(),
    }
    const done =
      assignment === undefined
        ? await make.run({ params: at, body: { unit, ...body } })
        : await edit.run({
            params: { ...at, assignment: assignment.id },
            body: { revision: revision!, ...body },
          })
    if (done !== undefined) onClose()
  }

  function takeTheirs() {
    edit.forget()
    setTyped(typedOf(current, round.from))
    setSeen(current?.revision)
  }

  async function remove() {
    const input = {
      params: { ...at, assignment: assignment!.id },
      query: { revision: String(current?.revision ?? assignment!.revision) },
    }
    if ((await drop.run(input)) !== undefined) onClose()
  }

  return (
    <Modal
      open
      title={assignment === undefined ? '增加单位' : `调整：${assignment.unitName}`}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <div className="form-foot">
          {assignment !== undefined && (
            <Button danger loading={drop.busy} onClick={() => void remove()}>
              撤去这一项
            </Button>
          )}
          <span className="push-right" />
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={typed.unit === ''}
            loading={make.busy || edit.busy}
            onClick={() => void save()}
          >
            保存
          </Button>
        </div>
      }
    >
      {stale !== undefined && current !== undefined ? (
        <ConflictNotice
          refused={stale}
          busy={edit.busy}
          fields={differences(plan, typed, current)}
          onTakeTheirs={takeTheirs}
          onSaveMine={() => void save(current.revision)}
        />
      ) : (
        <RefusedNotice error={make.refused ?? edit.refused ?? drop.refused} />
      )}
      <Fields plan={plan} isNew={assignment === undefined} typed={typed} onType={setTyped} />
    </Modal>
  )
}

interface FieldProps {
  readonly plan: Plan
  readonly isNew: boolean
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
}

function Fields({ plan, isNew, typed, onType }: FieldProps) {
  const { units, assignments, inspectors } = plan
  const planned = new Set(assignments.map(one => one.unit))
  const group = units.find(unit => unit.id === typed.unit)?.group
  const people = inspectors.filter(one => one.active || typed.people.includes(one.id))
  return (
    <Form layout="vertical" component="div">
      {isNew && (
        <Form.Item label="单位" htmlFor="plan-unit" required>
          <Select
            id="plan-unit"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="输入名称"
            notFoundContent="单位都已排上"
            options={units
              .filter(unit => !planned.has(unit.id))
              .map(unit => ({ value: unit.id, label: unit.name }))}
            value={typed.unit === '' ? undefined : typed.unit}
            onChange={unit => onType({ ...typed, unit, people: [] })}
          />
        </Form.Item>
      )}
      <div className="two-fields">
        <Form.Item label="日期" htmlFor="plan-day">
          <DayField
            id="plan-day"
            value={typed.day}
            around={plan.round.from}
            onChange={day => onType({ ...typed, day })}
          />
        </Form.Item>
        <Form.Item label="组别" htmlFor="plan-team" help="填组别后，可以直接用该组的人员。">
          <InputNumber
            id="plan-team"
            min={1}
            max={1000}
            precision={0}
            value={typed.team ?? null}
            onChange={team => onType({ ...typed, team: team ?? undefined })}
          />
        </Form.Item>
      </div>
      <UseCrew plan={plan} typed={typed} onType={onType} />
      <Form.Item label="核查人员" htmlFor="plan-people" help="两三人为宜；应当回避的人选不了。">
        <Select
          id="plan-people"
          mode="multiple"
          maxCount={10}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="没有这样的人员"
          options={people.map(one => ({
            value: one.id,
            label: one.name,
            disabled: group !== undefined && one.barred.includes(group),
            title: `本轮${one.units}个单位`,
          }))}
          value={[...typed.people]}
          onChange={chosen => onType({ ...typed, people: chosen })}
        />
      </Form.Item>
      <Form.Item label="备注" htmlFor="plan-note">
        <Input
          id="plan-note"
          maxLength={500}
          value={typed.note}
          onChange={event => onType({ ...typed, note: event.target.value })}
        />
      </Form.Item>
    </Form>
  )
}

/** The people of the team on that day, at one click. */
function UseCrew({ plan, typed, onType }: Omit<FieldProps, 'isNew'>) {
  const crew = typed.team === undefined ? [] : crewOf(plan.assignments, typed.team, typed.day, typed.unit)
  if (crew.every(one => typed.people.includes(one.id))) return null
  return (
    <p className="use-crew">
      {teamOf(typed.team)}是{crew.map(one => one.name).join('、')}。
      <Button size="small" onClick={() => onType({ ...typed, people: crew.map(one => one.id) })}>
        用这组人员
      </Button>
    </p>
  )
}

function typedOf(assignment: Assignment | undefined, day: string): Typed {
  if (assignment === undefined) return { unit: '', day, team: undefined, people: [], note: '' }
  const { unit, plannedOn = '', team, inspectors, note } = assignment
  return { unit, day: plannedOn, team, people: inspectors.map(one => one.id), note }
}

function differences({ inspectors }: Plan, mine: Typed, theirs: Assignment) {
  const names = mine.people.map(id => inspectors.find(one => one.id === id)?.name ?? '').join('、')
  const dayOf = (day: string | undefined): string =>
    day === undefined || day === '' ? '未定' : printDay(day)
  return [
    { label: '日期', theirs: dayOf(theirs.plannedOn), mine: dayOf(mine.day) },
    { label: '组别', theirs: teamOf(theirs.team), mine: teamOf(mine.team) },
    { label: '核查人员', theirs: peopleOf(theirs) || '未派人', mine: names || '未派人' },
    { label: '备注', theirs: theirs.note || '无', mine: mine.note.trim() || '无' },
  ].filter(field => field.theirs !== field.mine)
}
