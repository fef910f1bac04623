import { seedFields } from '../../../contract/draw/drawFields.ts'
import { describeDrawFault } from '../../../contract/draw/drawSentences.ts'
import { seedOf } from '../../../domain/campaign/draw/drawSeed.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import type { ValuesOf } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'

type Typed = ValuesOf<typeof seedFields>

/** Enters the seed: dice thrown in front of everybody, or a number from each of two parties, written down before it is said. It cannot be changed afterwards. */
export function SeedForm({ year, draw }: { readonly year: number; readonly draw: string }) {
  const act = useAct('POST /api/years/:year/draws/:draw/seed', { done: '抽取完成' })
  const form = useForm(seedFields, {
    start: { kind: 'parties', by0: '核查组', by1: '被查单位代表' },
    wrong: typed => ({ seed: faultIn(typed) }),
    acts: [act],
    send: sent => act.run({ params: { year, draw }, body: bodyOf(sent) }),
  })
  const { kind, parts } = bodyOf(form.values)
  const isDice = kind === 'dice'
  const seed = seedOf(kind, parts)
  return (
    <InlineForm form={form} className="draw-seed-form" confirm="定下种子并抽取">
      <h2>产生种子</h2>
      <FormFields of={form} only={['kind']} className="draw-seed-kind" />
      <p className="draw-hint">
        {isDice
          ? '当众掷8次以上，按先后填写点数。'
          : '两方先各自写在纸上，同时亮出，再各填各的；每方4至20位数字，前面的0保留。'}
      </p>
      <div className="draw-fields">
        {([0, 1] as const).slice(0, parts.length).map(at => (
          <fieldset key={at}>
            <legend>{isDice ? '骰子' : at === 0 ? '第一方' : '第二方'}</legend>
            <FormFields
              of={form}
              only={[`by${at}`, `text${at}`]}
              now={isDice ? { by0: { label: '掷骰子的人' }, text0: { label: '点数' } } : {}}
            />
          </fieldset>
        ))}
      </div>
      {form.faults['seed'] !== undefined && (
        <p role="alert" className="bad">
          {form.faults['seed']}
        </p>
      )}
      <p className="draw-hint">
        种子：<strong translate="no">{isRefusal(seed) ? '—' : seed}</strong>　填定以后不能再改。
      </p>
    </InlineForm>
  )
}

function bodyOf({ kind, by0, text0, by1, text1 }: Typed) {
  const first = { by: by0.trim(), text: text0 }
  if (kind === 'dice') return { kind, parts: [first] }
  return { kind: 'parties' as const, parts: [first, { by: by1.trim(), text: text1 }] }
}

function faultIn(typed: Typed): string | undefined {
  const { kind, parts } = bodyOf(typed)
  const seed = seedOf(kind, parts)
  if (isRefusal(seed)) return describeDrawFault(seed)
  return parts.some(part => part.by === '') ? '请写明由谁报出。' : undefined
}
