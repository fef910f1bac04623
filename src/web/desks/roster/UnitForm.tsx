import { LEADER_IN_CHARGE } from '../../../domain/year/roster/leaderInCharge.ts'
import { Button } from 'antd'
import { unitFields } from '../../../contract/roster/rosterFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Roster, UnitDetail } from './rosterTypes.ts'
import { TermFields } from './TermFields.tsx'
import { describeTerms, EMPTY_TERM, holdersOf, missingIn, type TermDraft, valuesOf } from './unitDraft.ts'

interface Props {
  readonly roster: Roster
  /** the unit to change; without it a new one is added. */
  readonly of?: UnitDetail
  readonly onDone: (unit: UnitDetail) => unknown
  readonly onCancel: () => void
}

/** Edits a unit: its own fields and the terms of its post holders. Changes made meanwhile by others are shown beside the input. */
export function UnitForm({ roster, of, onDone, onCancel }: Props) {
  const { year, units, terms } = roster
  const add = useAct('POST /api/years/:year/roster', { done: '单位已增加' })
  const edit = useAct('PUT /api/years/:year/roster/:unit', { done: '单位已保存' })
  const leads = units.filter(unit => unit.leadUnit === undefined && unit.id !== of?.id)
  const { id, kind, level, tier, leadUnit, cohort } = unitFields
  const fields = {
    ...unitFields,
    id: {
      ...id,
      label: of === undefined ? `${id.label}（用后不能修改）` : id.label,
      fixed: of !== undefined,
    },
    kind: { ...kind, words: terms.kinds },
    level: { ...level, words: terms.levels },
    tier: { ...tier, options: optionsOf(terms.tiers) },
    leadUnit: { ...leadUnit, units: leads },
    cohort: { ...cohort, options: optionsOf(terms.cohorts) },
    holders: ownField<readonly TermDraft[]>({
      label: '任职',
      start: [{ ...EMPTY_TERM, post: terms.posts[0] ?? '' }],
      wrong: typed => Object.values(missingIn(typed))[0],
      print: describeTerms,
      show: () => null,
    }),
  }
  const form = useForm(fields, {
    start: of === undefined ? { level: terms.levels[0] ?? '', affiliated: true } : {},
    saved: of && { revision: of.revision, values: valuesOf(of) },
    hidden: () => (terms.cohorts.length === 0 ? ['cohort'] : []),
    acts: [add, edit],
    send: ({ holders: typed, ...unit }, revision) => {
      const holders = [...holdersOf(typed)]
      if (of === undefined) return add.run({ params: { year }, body: { unit, holders } })
      const { succeeds } = of
      const body = { revision, unit: { ...unit, ...(succeeds && { succeeds: [...succeeds] }) }, holders }
      return edit.run({ params: { year, unit: of.id }, body })
    },
    after: onDone,
  })
  return (
    <InlineForm
      form={form}
      className="unit-form"
      confirm="保存"
      noticeBelow
      foot="unit-form-buttons"
      aside={
        <Button onClick={onCancel} disabled={form.busy}>
          取消
        </Button>
      }
    >
      <FormFields
        of={form}
        only={['name', 'id', 'kind', 'level', 'tier', 'leadUnit', 'cohort', 'opensOn', 'closesOn']}
        className="unit-form-fields"
      />
      <FormFields of={form} only={['affiliated', 'headedByLeader']} className="unit-form-ticks" />
      <h2>任职</h2>
      <TermFields
        terms={form.values.holders}
        posts={[...terms.posts, LEADER_IN_CHARGE]}
        missing={form.faults['holders'] === undefined ? {} : missingIn(form.values.holders)}
        onChange={holders => form.change({ holders })}
      />
    </InlineForm>
  )
}

function optionsOf(named: readonly { readonly id: string; readonly name: string }[]) {
  return named.map(({ id, name }) => ({ value: id, label: name }))
}
