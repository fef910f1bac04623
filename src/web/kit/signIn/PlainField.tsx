import { type ComponentProps, useId } from 'react'

/** Plain input: a label above its field, for the pages before the desks. */
export function PlainField({
  label,
  hint,
  ...input
}: ComponentProps<'input'> & { readonly label: string; readonly hint?: string }) {
  const id = useId()
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...input} />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}
