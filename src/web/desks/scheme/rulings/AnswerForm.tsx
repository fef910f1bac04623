import { Form, Input, Radio } from 'antd'
import { optionsOf } from '../../../../contract/scheme/optionNames.ts'
import { topics } from '../../../../contract/scheme/topics.ts'
import type { RulingTopic } from '../../../../domain/scheme/ruling.ts'
import { Fact } from '../../../kit/Fact.tsx'
import { FieldLine, idOf } from '../fields/FieldLine.tsx'
import type { Path } from '../fields/FormContext.ts'
import { SpecForm } from '../fields/SpecForm.tsx'
import { answerSpecs } from './answerSpecs.ts'

interface Props {
  readonly topic: RulingTopic
  readonly value: unknown
  readonly path: Path
  readonly onChange: (answer: unknown) => void
}

/** Edits the answer of a ruling, by its topic; each choice is explained. Requires a FormContext. */
export function AnswerForm({ topic, value, path, onChange }: Props) {
  const spec = answerSpecs[topic]
  const { options, choices = {} } = topics[topic]
  if (spec !== undefined) {
    return (
      <>
        <SpecForm spec={spec} value={value} path={path} around="answer" onChange={onChange} />
        <Meanings of={choices} />
      </>
    )
  }
  if (options === undefined) {
    return (
      <Form layout="vertical" component="div">
        <FieldLine id={idOf(path)} label="答案" path={path}>
          <Input
            id={idOf(path)}
            value={typeof value === 'string' ? value : ''}
            maxLength={200}
            onChange={event => onChange(event.target.value || undefined)}
          />
        </FieldLine>
      </Form>
    )
  }
  return (
    <Form layout="vertical" component="div">
      <FieldLine id={idOf(path)} label="答案" path={path}>
        <Radio.Group
          id={idOf(path)}
          aria-label="答案"
          className="answer-choices"
          value={value}
          onChange={event => onChange(event.target.value)}
        >
          {Object.entries<readonly [string, string]>(options).map(([option, [name, meaning]]) => (
            <Radio key={option} value={option}>
              <strong>{name}</strong>
              <span className="soft apart">{meaning}</span>
            </Radio>
          ))}
        </Radio.Group>
      </FieldLine>
    </Form>
  )
}

/** Explains the words in a form of several fields. */
function Meanings({ of }: { readonly of: Readonly<Record<string, string>> }) {
  const lines = Object.entries(of)
  if (lines.length === 0) return null
  return (
    <dl className="meanings">
      {lines.map(([key, meaning]) => (
        <Fact key={key} name={nameOf(key)}>
          {meaning}
        </Fact>
      ))}
    </dl>
  )
}

function nameOf(key: string): string {
  const fields = ['acrossEdge', 'answer.kind', 'countsIn', 'use', 'half', 'answer.answers']
  return fields.flatMap(field => optionsOf(field)).find(option => option.value === key)?.label ?? key
}
