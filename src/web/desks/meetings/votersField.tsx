import { ownField } from '../../kit/form/formValues.ts'
import { NumberInput } from '../../kit/form/NumberInput.tsx'

/** Numbers of voters by class. */
type Voters = Readonly<Record<string, number | undefined>>

interface VoterClass {
  readonly id: string
  readonly name: string
}

const LABELS = { expected: '应到人数', present: '实到人数' } as const

/** Makes the field for the numbers of voters, one input for each class. */
export function votersField(which: keyof typeof LABELS, classes: readonly VoterClass[], start: Voters = {}) {
  return ownField<Voters>({
    label: `各票种${LABELS[which]}`,
    start,
    wrong: value =>
      classes.some(({ id }) => value[id] === undefined)
        ? `请填写每个票种的${LABELS[which]}，没有的填0。`
        : undefined,
    print: value => classes.map(({ id, name }) => `${name}${value[id] ?? '未填'}`).join('，'),
    show: ({ id: control, value, onChange }) => (
      <div className="voter-numbers">
        {classes.map(({ id, name }, at) => (
          <NumberInput
            key={id}
            id={at === 0 ? control : `${control}-${id}`}
            aria-label={`${name}${LABELS[which]}`}
            prefix={name}
            suffix="人"
            min={0}
            max={2000}
            precision={0}
            controls={false}
            value={value[id] ?? null}
            onChange={next => onChange({ ...value, [id]: next ?? undefined })}
          />
        ))}
      </div>
    ),
  })
}
