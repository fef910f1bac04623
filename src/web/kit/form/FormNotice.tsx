import { ConflictNotice } from '../ConflictNotice.tsx'
import { RefusedNotice } from '../RefusedNotice.tsx'
import { type Fields, printValue } from './formValues.ts'
import type { FormState } from './useForm.ts'

/** Shows why a form was not saved; on a conflict, the other person's values beside the typed ones. */
export function FormNotice<F extends Fields>({ of: form }: { readonly of: FormState<F> }) {
  const { conflict, fields, values, busy } = form
  if (conflict === undefined) return <RefusedNotice error={form.refused} />
  const differences = Object.entries(fields).map(([key, field]) => ({
    label: field.label ?? key,
    theirs: printValue(field, conflict.theirs[key]),
    mine: printValue(field, values[key]),
  }))
  return (
    <ConflictNotice
      refused={conflict.refused}
      busy={busy}
      fields={differences.filter(({ theirs, mine }) => theirs !== mine)}
      onTakeTheirs={conflict.takeTheirs}
      onSaveMine={conflict.saveMine}
    />
  )
}
