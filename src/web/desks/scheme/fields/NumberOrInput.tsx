import { Checkbox } from 'antd'
import type { Field } from './fieldSpec.ts'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly field: Extract<Field, { kind: 'numberOr' }>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Edits a number or a word in its place, such as a floor of so many points, or none. */
export function NumberOrInput({ id, label, field: { word, said, optional }, value, onChange }: Props) {
  return (
    <span className="buttons-level">
      <NumberInput
        controls={false}
        id={id}
        value={typeof value === 'number' ? value : null}
        disabled={value === word}
        onChange={next => onChange(next ?? (optional ? undefined : null))}
      />
      <Checkbox
        checked={value === word}
        aria-label={`${label}：${said}`}
        onChange={event => onChange(event.target.checked ? word : optional ? undefined : 0)}
      >
        {said}
      </Checkbox>
    </span>
  )
}
