import { Form, Select } from 'antd'
import { useMemo } from 'react'
import { topics } from '../../../../contract/scheme/topics.ts'
import type { RulingTopic } from '../../../../domain/scheme/ruling.ts'
import type { RulingPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { NEW_ID, type Spec } from '../fields/fieldSpec.ts'
import { FormContext, type Path, useForm } from '../fields/FormContext.ts'
import { ItemTools, moved } from '../fields/ItemsInput.tsx'
import { setAt } from '../fields/setAt.ts'
import { SpecForm } from '../fields/SpecForm.tsx'
import { AnswerForm } from '../rulings/AnswerForm.tsx'
import { answerSpecs } from '../rulings/answerSpecs.ts'
import { stateWords } from '../stateWords.ts'
import { OpenList } from './OpenList.tsx'

const rulingSpec: Spec = {
  fields: [
    { kind: 'text', key: 'id', label: '编号' },
    { kind: 'longText', key: 'question' },
    { kind: 'citation', key: 'citation' },
    { kind: 'ref', key: 'component', of: 'components', optional: true, none: '全部分项' },
    { kind: 'option', key: 'state', of: 'state' },
    { kind: 'longText', key: 'text' },
    { kind: 'text', key: 'settledBy', optional: true },
    { kind: 'day', key: 'settledOn', optional: true },
  ],
  fresh: () => ({ id: NEW_ID, topic: 'note', question: '', citation: '', state: 'open', text: '待答复' }),
}

interface Props {
  readonly document: SchemeDocument
  readonly focus: Path | undefined
  readonly onChange: (document: SchemeDocument) => void
}

/** Edits the rulings (口径): question, clause, state and answer of each. Each is settled, with who and when, on its own page. */
export function RulingsEditor({ document, focus, onChange }: Props) {
  const put = (rulings: readonly RulingPart[]): void => onChange({ ...document, rulings: [...rulings] })
  const { rulings } = document
  return (
    <OpenList
      label="口径"
      path={['rulings']}
      focus={focus}
      items={rulings.map(({ id, question, state }) => ({
        name: `${id} ${question}`,
        note: stateWords[state],
      }))}
      tools={(at, close) => (
        <ItemTools
          label={`口径${rulings[at]!.id}`}
          at={at}
          count={rulings.length}
          onMove={to => {
            close()
            put(moved(rulings, at, to))
          }}
          onRemove={() => {
            close()
            put(rulings.toSpliced(at, 1))
          }}
        />
      )}
      form={at => <RulingForm ruling={rulings[at]!} at={at} onChange={next => put(rulings.with(at, next))} />}
      onClear={() => put([])}
      onAdd={() => put([...rulings, { ...rulingSpec.fresh(document), id: nextId(rulings) } as never])}
    />
  )
}

function RulingForm({
  ruling,
  at,
  onChange,
}: {
  readonly ruling: RulingPart
  readonly at: number
  readonly onChange: (ruling: RulingPart) => void
}) {
  const around = useForm()
  const form = useMemo(() => ({ ...around, component: ruling.component }), [around, ruling.component])
  const options = Object.entries(topics).map(([value, { name }]) => ({ value, label: name }))
  return (
    <FormContext value={form}>
      <Form layout="vertical" component="div">
        <Form.Item label="事项" htmlFor={`ruling-topic-${at}`} required>
          <Select
            id={`ruling-topic-${at}`}
            value={ruling.topic}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(topic: RulingTopic) => onChange(onTopic(ruling, topic, form.document))}
          />
        </Form.Item>
      </Form>
      <SpecForm
        spec={rulingSpec}
        value={ruling}
        path={['rulings', at]}
        around="rulings"
        onChange={next => onChange(next as RulingPart)}
      />
      {ruling.state !== 'open' && (
        <AnswerForm
          topic={ruling.topic}
          value={ruling.answer}
          path={['rulings', at, 'answer']}
          onChange={answer => onChange(setAt(ruling, ['answer'], answer))}
        />
      )}
    </FormContext>
  )
}

/** Changes the topic of a ruling; another topic needs an answer of another shape. */
function onTopic(ruling: RulingPart, topic: RulingTopic, document: SchemeDocument): RulingPart {
  const { answer: _other, ...rest } = ruling
  const spec = answerSpecs[topic]
  return { ...rest, topic, ...(spec && { answer: spec.fresh(document) }) } as RulingPart
}

function nextId(rulings: readonly RulingPart[]): string {
  const numbers = rulings.map(({ id }) => Number(/^R(\d+)$/.exec(id)?.[1] ?? 0))
  return `R${Math.max(0, ...numbers) + 1}`
}
