import { Checkbox } from 'antd'
import type { Field } from './fieldSpec.ts'
import { type Path, useFaultsAt, useForm } from './FormContext.ts'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

interface Props {
  readonly field: Extract<Field, { kind: 'table' }>
  readonly label: string
  readonly value: unknown
  readonly path: Path
  readonly onChange: (value: unknown) => void
}

/** Edits a table of numbers, one for each of some items of the scheme; ids no longer in the scheme are removed when the table is changed. */
export function TableInput({
  field: { rows, nullable, sparse, optional },
  label,
  value,
  path,
  onChange,
}: Props) {
  const { document, component } = useForm()
  const faults = useFaultsAt(path)
  const held = (value ?? {}) as Readonly<Record<string, number | null>>
  const lines = rows(document, component)
  const blank = nullable ?? sparse

  function put(id: string, next: number | null) {
    const entries = lines.flatMap(({ id: one }): [string, number | null][] => {
      const now = one === id ? next : held[one]
      return now === undefined || (now === null && sparse !== undefined) ? [] : [[one, now]]
    })
    onChange(Object.fromEntries(entries))
  }

  return (
    <fieldset className="field-group">
      <legend>
        {optional ? (
          <Checkbox
            checked={value !== undefined}
            onChange={event => onChange(event.target.checked ? {} : undefined)}
          >
            {label}
          </Checkbox>
        ) : (
          label
        )}
      </legend>
      <div className="field-table" hidden={value === undefined}>
        {lines.map(({ id, name }) => (
          <label key={id}>
            <span>{name}</span>
            <NumberInput
              controls={false}
              value={held[id] ?? null}
              {...(blank !== undefined && { placeholder: blank })}
              aria-label={`${label} ${name}`}
              onChange={next => put(id, next)}
            />
          </label>
        ))}
      </div>
      {blank !== undefined && value !== undefined && <p className="soft">留空为{blank}。</p>}
      {faults.map((fault, at) => (
        <p key={at} className="bad" role="alert">
          {fault.wrong}。{fault.remedy}。
        </p>
      ))}
    </fieldset>
  )
}
