import { decisionFields } from '../../../contract/sheets/sheetsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import type { ValuesOf } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { SheetFinding } from './sheetTypes.ts'
import { type DecisionDraft, TriedDecision } from './TriedDecision.tsx'

interface Props {
  readonly year: number
  readonly finding: SheetFinding
}

/** Decides an objection: upheld, changed or dropped, with a reason. What would move is shown before anything is saved. */
export function DecisionForm({ year, finding }: Props) {
  const act = useAct('POST /api/years/:year/findings/:finding/decision', { done: '已裁定' })
  const { amount, persons, count, revision } = finding
  const before = amount ?? persons ?? count
  const form = useForm(
    { ...decisionFields, value: { ...decisionFields.value, ...limitsOf(finding) } },
    {
      start: { value: before },
      hidden: typed => (typed.ruling === 'change' ? [] : ['value']),
      acts: [act],
      send: async sent => {
        const draft = draftOf(sent, finding)
        const body = draft && { ...draft, reason: sent.reason, revision }
        return body && act.run({ params: { year, finding: finding.id }, body })
      },
    },
  )
  const draft = draftOf(form.values, finding)
  const isUnchanged = form.values.ruling === 'change' && draft === undefined
  return (
    <div className="decision">
      <InlineForm form={form} className="sheet-form" label="裁定" confirm="保存裁定" noticeBelow>
        <h2>裁定</h2>
        <FormFields
          of={form}
          now={{ value: { hint: isUnchanged ? `原来是${before}，请改成别的数。` : undefined } }}
        />
      </InlineForm>
      <TriedDecision year={year} finding={finding.id} draft={draft} />
    </div>
  )
}

function limitsOf({ amount, persons, unitWord }: SheetFinding) {
  if (amount !== undefined) return { label: '改为扣多少分', min: 0.1, step: 0.5 }
  return { label: persons === undefined ? `改为多少${unitWord}` : '改为几人' }
}

function draftOf(
  { ruling, value }: Pick<ValuesOf<typeof decisionFields>, 'ruling'> & { readonly value?: number },
  { amount, persons, count }: SheetFinding,
): DecisionDraft | undefined {
  if (ruling === '') return undefined
  if (ruling !== 'change') return { ruling }
  if (value === undefined || value === (amount ?? persons ?? count)) return undefined
  if (amount !== undefined) return { ruling, with: { amount: value } }
  return { ruling, with: persons === undefined ? { count: value } : { persons: value } }
}
