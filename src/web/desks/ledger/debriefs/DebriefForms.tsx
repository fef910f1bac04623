import { debriefFields, guidanceFields, heldFields } from '../../../../contract/ledger/debriefFields.ts'
import {
  DEBRIEF_SIDES,
  debriefSides,
  type DebriefSide,
  debriefVoters,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { useAct } from '../../../client/useAct.ts'
import { type ChosenFile, FileBox } from '../../../kit/files/FileBox.tsx'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { ownField } from '../../../kit/form/formValues.ts'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Debrief } from './debriefTypes.ts'

interface PersonProps {
  readonly year: number
  readonly unit: string
  /** The debriefs whose days are planned. */
  readonly sides: readonly DebriefSide[]
  /** Who is corrected; somebody new where it is left out. */
  readonly of?: Debrief
  readonly onClose: () => void
}

/** Lists somebody, or corrects who is listed, with the planned days. */
export function PersonForm({ year, unit, sides, of, onClose }: PersonProps) {
  const add = useAct('POST /api/years/:year/units/:unit/debriefs', { done: '已列入' })
  const edit = useAct('PUT /api/years/:year/units/:unit/debriefs/:debrief', { done: '已保存' })
  const act = of === undefined ? add : edit
  const form = useForm(debriefFields, {
    keep: `debrief.${year}.${unit}.${of?.id ?? ''}`,
    start: of && {
      name: of.name,
      post: of.post,
      branch: of.branch,
      ...Object.fromEntries(DEBRIEF_SIDES.map(side => [`${side}On`, of[side].plannedOn ?? ''])),
    },
    acts: [act],
    send: sent =>
      of === undefined
        ? add.run({ params: { year, unit }, body: sent })
        : edit.run({ params: { year, unit, debrief: of.id }, body: { ...sent, revision: of.revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={of === undefined ? '列入一名双述双评对象' : '更正对象和计划日期'}
      confirm={of === undefined ? '列入' : '保存'}
      onClose={onClose}
    >
      <FormFields of={form} only={['name', 'post', 'branch', ...sides.map(side => `${side}On` as const)]} />
    </FormModal>
  )
}

interface Props {
  readonly year: number
  readonly of: Debrief
  readonly onClose: () => void
}

const COUNTS = ['good', 'fair', 'ordinary', 'poor'] as const

/** Records one debrief with its count and evidence; the ledger gets its entry with it. */
export function HoldForm({ year, of, side, onClose }: Props & { readonly side: DebriefSide }) {
  const at = { year, unit: of.unit }
  const { heldOn, plannedOn, before, voters, marks } = of[side]
  const [first, second] = debriefVoters[side]
  const act = useAct('POST /api/years/:year/units/:unit/debriefs/:debrief/hold', {
    done: '已登记，台账随之登记',
  })
  const fields = {
    ...heldFields,
    heldOn: { ...heldFields.heldOn, around: plannedOn },
    first: { ...heldFields.first, label: `${first}几人参加评议` },
    second: { ...heldFields.second, label: `${second}几人参加评议` },
    files: ownField<readonly ChosenFile[]>({
      label: '佐证：计票单、会议记录等附件（可不附）',
      start: [],
      show: ({ value, onChange }) => <FileBox label="附件" value={value} onChange={onChange} at={at} />,
    }),
  }
  const form = useForm(fields, {
    keep: `debriefHeld.${of.id}.${side}`,
    start: {
      heldOn: heldOn ?? '',
      before: before ?? '',
      first: voters?.[0] ?? 0,
      second: voters?.[1] ?? 0,
      ...Object.fromEntries(COUNTS.map((name, index) => [name, marks?.[index] ?? 0])),
    },
    acts: [act],
    refusedAt: { ledgerLateReasonMissing: 'lateReason' },
    send: ({ files, ...sent }) => {
      const body = {
        ...sent,
        side,
        files: files.map(({ file, name }) => ({ file, name })),
        revision: of.revision,
      }
      return act.run({ params: { ...at, debrief: of.id }, body })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${of.name}${debriefSides[side]}`}
      confirm="登记"
      what={heldOn !== undefined && <p>再登记即为更正，原来的台账保留备查，由新的一条代替。</p>}
      onClose={onClose}
    >
      <FormFields of={form} only={['heldOn', 'before']} className="two-fields" />
      <FormFields of={form} only={['first', 'second']} className="two-fields" />
      <FormFields of={form} only={['good', 'fair']} className="two-fields" />
      <FormFields of={form} only={['ordinary', 'poor']} className="two-fields" />
      <FormFields of={form} only={['files', 'lateReason']} />
    </FormModal>
  )
}

/** Records the guidance of the group's secretary. */
export function GuidanceForm({ year, of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/debriefs/:debrief/guidance', { done: '已记录' })
  const form = useForm(guidanceFields, {
    keep: `debriefGuidance.${of.id}`,
    start: { guidance: of.guidance },
    acts: [act],
    send: sent =>
      act.run({
        params: { year, unit: of.unit, debrief: of.id },
        body: { ...sent, revision: of.revision },
      }),
    after: onClose,
  })
  return <FormModal form={form} title={`对${of.name}的督查指导`} confirm="记录" onClose={onClose} />
}
