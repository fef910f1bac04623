import { FormFields } from '../../kit/form/FormFields.tsx'
import type { Fields } from '../../kit/form/formValues.ts'
import type { FormState } from '../../kit/form/useForm.ts'

/** Shows the fields of a meeting's plan, short ones side by side. */
export function PlanFields<F extends Fields>({ of: form }: { readonly of: FormState<F> }) {
  return (
    <>
      <FormFields of={form} only={['heldOn', 'startsAt', 'place', 'minutes']} className="two-fields" />
      <FormFields of={form} only={['convenor', 'teller', 'scrutineer']} className="two-fields" />
      <FormFields of={form} only={['supervisors', 'classes', 'reviewAfterEach', 'phones']} />
    </>
  )
}
