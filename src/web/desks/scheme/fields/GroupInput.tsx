import { Checkbox } from 'antd'
import type { Field } from './fieldSpec.ts'
import { type Path, useForm } from './FormContext.ts'
import { SpecForm } from './SpecForm.tsx'

interface Props {
  readonly field: Extract<Field, { kind: 'group' }>
  readonly label: string
  readonly value: unknown
  readonly path: Path
  readonly onChange: (value: unknown) => void
}

/** Edits a group of fields under one name; an optional group has a checkbox. */
export function GroupInput({ field, label, value, path, onChange }: Props) {
  const { document } = useForm()
  const isThere = value !== undefined
  return (
    <fieldset className="field-group">
      <legend>
        {field.optional ? (
          <Checkbox
            checked={isThere}
            onChange={event => onChange(event.target.checked ? field.spec.fresh(document) : undefined)}
          >
            {label}
          </Checkbox>
        ) : (
          label
        )}
      </legend>
      {isThere && (
        <SpecForm spec={field.spec} value={value} path={path} around={field.key} onChange={onChange} />
      )}
    </fieldset>
  )
}
