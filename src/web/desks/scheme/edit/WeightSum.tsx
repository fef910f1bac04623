import type { ComponentPart } from '../../../../contract/scheme/schemeDocument.ts'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

interface Props {
  readonly components: readonly ComponentPart[]
  readonly onChange: (components: readonly ComponentPart[]) => void
}

/** Shows all weights side by side with their sum. */
export function WeightSum({ components, onChange }: Props) {
  const sum = components.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 1000), 0) / 1000
  return (
    <fieldset className="field-group">
      <legend>各分项的权重</legend>
      <div className="field-table">
        {components.map(({ id, name, weight }, at) => (
          <label key={id}>
            <span>{name}</span>
            <NumberInput
              controls={false}
              value={weight}
              suffix="%"
              aria-label={`${name} 权重`}
              onChange={next => onChange(components.with(at, { ...components[at]!, weight: next as number }))}
            />
          </label>
        ))}
      </div>
      <p className={sum === 100 ? 'sum-right' : 'sum-wrong'} role="status">
        合计 {sum}%
        {sum === 100 ? '' : sum < 100 ? `，还差 ${round(100 - sum)}` : `，多出 ${round(sum - 100)}`}
      </p>
    </fieldset>
  )
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
