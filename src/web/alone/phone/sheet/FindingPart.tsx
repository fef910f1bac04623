import { printPoints } from '../../../../domain/kernel/points.ts'
import type { DraftFinding } from '../draft/Draft.ts'
import type { DraftChange } from '../draft/changeDraft.ts'
import type { WorkRule } from '../keep/phoneDatabase.ts'
import { AskFirst } from '../page/AskFirst.tsx'
import { toPoints } from './firstFinding.ts'
import { KeptText } from './KeptText.tsx'
import { Stepper } from './Stepper.tsx'
import type { Sheet } from './useSheet.ts'

interface Props {
  readonly rule: WorkRule
  readonly finding: DraftFinding
  readonly edit: Sheet['edit']
}

/** Shows one finding: its amount by slider and steps, its level, its persons and occasions, and its reason. */
export function FindingPart({ rule, finding, edit }: Props) {
  const { id, amount, level, multiplier, persons, occasions } = finding
  const set = (fields: Extract<DraftChange, { do: 'set' }>['fields']) => edit({ do: 'set', id, fields })
  return (
    <div className="finding">
      {rule.amount !== undefined && amount !== undefined && (
        <AmountPart bounds={rule.amount} amount={amount} onChange={value => void set({ amount: value })} />
      )}
      {rule.levels !== undefined && (
        <Chips label="档次" all={rule.levels} chosen={level} onChoose={value => void set({ level: value })} />
      )}
      {rule.byPersons && (
        <div className="by-persons">
          <Stepper
            label="人数"
            value={persons ?? 1}
            unit="人"
            least={1}
            onStep={by => void set({ persons: (persons ?? 1) + by })}
          />
          <Stepper
            label="次数"
            value={occasions ?? 1}
            unit="次"
            least={1}
            onStep={by => void set({ occasions: (occasions ?? 1) + by })}
          />
        </div>
      )}
      {rule.multipliers !== undefined && (
        <Chips
          label="加倍或减半"
          all={[{ id: '', name: '照常' }, ...rule.multipliers]}
          chosen={multiplier ?? ''}
          onChoose={value => void set({ multiplier: value === '' ? undefined : value })}
        />
      )}
      <KeptText
        label={rule.amount === undefined ? '情况' : '理由'}
        isRequired={rule.amount?.reasonRequired === true}
        value={finding.note}
        onChange={note => set({ note })}
      />
      <AskFirst
        text="去掉这一笔"
        confirm="确定去掉"
        keep="留着"
        onConfirm={() => void edit({ do: 'remove', id })}
      >
        这一笔{finding.note.trim() !== '' && '和写的理由'}去掉后不能恢复。
      </AskFirst>
    </div>
  )
}

function AmountPart({
  bounds,
  amount,
  onChange,
}: {
  readonly bounds: NonNullable<WorkRule['amount']>
  readonly amount: NonNullable<DraftFinding['amount']>
  readonly onChange: (amount: NonNullable<DraftFinding['amount']>) => void
}) {
  const [least, most, step] = [
    toPoints(bounds.least),
    toPoints(bounds.most),
    Math.max(1, toPoints(bounds.step)),
  ]
  // Never off the steps, also where the most is not one of them.
  const last = least + Math.floor((most - least) / step) * step
  const held = (value: number) => onChange(Math.min(last, Math.max(least, value)) as typeof least)
  return (
    <div className="amount">
      <div className="stepper" role="group" aria-label="扣分">
        <button
          type="button"
          aria-label="少扣"
          disabled={amount <= least}
          onClick={() => held(amount - step)}
        >
          −
        </button>
        <output aria-live="polite">{printPoints(amount)}分</output>
        <button type="button" aria-label="多扣" disabled={amount >= last} onClick={() => held(amount + step)}>
          ＋
        </button>
      </div>
      <input
        type="range"
        aria-label="扣分"
        min={least}
        max={most}
        step={step}
        value={amount}
        onChange={event => held(Number(event.target.value))}
      />
    </div>
  )
}

interface ChipsProps {
  readonly label: string
  readonly all: readonly { readonly id: string; readonly name: string; readonly points?: number }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function Chips({ label, all, chosen, onChoose }: ChipsProps) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {all.map(one => (
        <button
          key={one.id}
          type="button"
          className="key quiet"
          aria-pressed={one.id === chosen}
          onClick={() => onChoose(one.id)}
        >
          {one.name}
          {one.points !== undefined && ` ${one.points}分`}
        </button>
      ))}
    </div>
  )
}
