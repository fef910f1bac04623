import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { drawSentences } from '../../../contract/draw/drawSentences.ts'
import { type SeedKind, seedOf } from '../../../domain/campaign/draw/drawSeed.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** Enters the seed: dice thrown in front of everybody, or a number from each of two parties, written down before it is said. It cannot be changed afterwards. */
export function SeedForm({ year, draw }: { readonly year: number; readonly draw: string }) {
  const [kind, setKind] = useState<SeedKind>('parties')
  const [names, setNames] = useState<readonly [string, string]>(['核查组', '被查单位代表'])
  const [texts, setTexts] = useState<readonly [string, string]>(['', ''])
  const [asked, setAsked] = useState(false)
  const act = useAct('POST /api/years/:year/draws/:draw/seed', { done: '抽取完成' })
  const seats = kind === 'dice' ? ([0] as const) : ([0, 1] as const)
  const parts = seats.map(at => ({ by: names[at].trim(), text: texts[at] }))
  const seed = seedOf(kind, parts)
  const fault = isRefusal(seed)
    ? describeFault(seed)
    : parts.some(part => part.by === '')
      ? '请写明由谁报出。'
      : undefined

  function submit() {
    setAsked(true)
    if (fault === undefined) void act.run({ params: { year, draw }, body: { kind, parts } })
  }

  return (
    <Form layout="vertical" className="draw-seed-form" onFinish={submit}>
      <h2>产生种子</h2>
      <RefusedNotice error={act.refused} />
      <Radio.Group
        aria-label="种子由来"
        value={kind}
        onChange={event => setKind(event.target.value as SeedKind)}
        options={[
          { value: 'parties', label: '两方各报一个数字' },
          { value: 'dice', label: '掷骰子' },
        ]}
      />
      <p className="draw-hint">
        {kind === 'dice'
          ? '当众掷8次以上，按先后填写点数。'
          : '两方先各自写在纸上，同时亮出，再各填各的；每方4至20位数字，前面的0保留。'}
      </p>
      <div className="draw-fields">
        {seats.map(at => (
          <fieldset key={at}>
            <legend>{kind === 'dice' ? '骰子' : at === 0 ? '第一方' : '第二方'}</legend>
            <Form.Item label={kind === 'dice' ? '掷骰子的人' : '报数人'} htmlFor={`seed-by-${at}`}>
              <Input
                id={`seed-by-${at}`}
                value={names[at]}
                maxLength={100}
                onChange={event => setNames(replaced(names, at, event.target.value))}
              />
            </Form.Item>
            <Form.Item label={kind === 'dice' ? '点数' : '数字'} htmlFor={`seed-text-${at}`}>
              <Input
                id={`seed-text-${at}`}
                value={texts[at]}
                inputMode="numeric"
                autoComplete="off"
                maxLength={200}
                onChange={event => setTexts(replaced(texts, at, event.target.value))}
              />
            </Form.Item>
          </fieldset>
        ))}
      </div>
      {asked && fault !== undefined && (
        <p role="alert" className="bad">
          {fault}
        </p>
      )}
      <p className="draw-hint">
        种子：<strong translate="no">{isRefusal(seed) ? '—' : seed}</strong>　填定以后不能再改。
      </p>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        定下种子并抽取
      </Button>
    </Form>
  )
}

function replaced(pair: readonly [string, string], at: 0 | 1, text: string): readonly [string, string] {
  return at === 0 ? [text, pair[1]] : [pair[0], text]
}

function describeFault(fault: Exclude<ReturnType<typeof seedOf>, string>): string {
  const say = (drawSentences as Readonly<Record<string, ((values: never) => string) | undefined>>)[fault.code]
  return say === undefined ? fault.code : say(fault.values as never)
}
