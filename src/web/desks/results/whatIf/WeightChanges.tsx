import { Button } from 'antd'
import { type Sandbox, withWeight } from './sandbox.ts'
import type { SandboxProps } from './SandboxProps.ts'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'

const WHOLE = 100

/** Edits weights on trial: the current and the tried weight of each component; the sum must be 100. */
export function WeightChanges({ now: { components }, sandbox, onChange }: SandboxProps) {
  const tried = (id: string, was: number) => sandbox.weights.find(one => one.component === id)?.weight ?? was
  const sum = components.reduce((total, { id, weight }) => total + tried(id, weight), 0)
  const isOff = Math.abs(sum - WHOLE) > 1e-9
  return (
    <section aria-labelledby="try-weights">
      <h2 id="try-weights">
        权重
        {sandbox.weights.length > 0 && (
          <Button type="link" size="small" onClick={() => onChange({ ...sandbox, weights: [] })}>
            恢复
          </Button>
        )}
      </h2>
      <table className="try-weights">
        <tbody>
          {components.map(({ id, name, weight }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="soft">现为{Number(weight.toFixed(3))}%</td>
              <td>
                <NumberInput
                  controls={false}
                  aria-label={`${name}试算的权重，百分数`}
                  size="small"
                  min={0}
                  max={WHOLE}
                  step={1}
                  precision={2}
                  formatter={value => String(Number(value ?? 0))}
                  suffix="%"
                  value={tried(id, weight)}
                  onChange={value => onChange(withWeight(sandbox, id, value ?? 0, weight))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOff && (
        <p className="try-alarm" role="alert">
          各分项权重合计{Number(sum.toFixed(2))}%，须为100%：{sum > WHOLE ? '减少' : '增加'}
          {Number(Math.abs(sum - WHOLE).toFixed(2))}个百分点后试算。
        </p>
      )}
    </section>
  )
}

/** Checks whether the weights add up to 100; otherwise there is nothing to try yet. */
export function weightsAddUp(
  components: readonly { readonly id: string; readonly weight: number }[],
  { weights }: Sandbox,
): boolean {
  const sum = components.reduce(
    (total, { id, weight }) => total + (weights.find(one => one.component === id)?.weight ?? weight),
    0,
  )
  return Math.abs(sum - WHOLE) < 1e-9
}
