import { Form, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { RulingPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { indexNames, type SchemeNames } from '../../../../contract/scheme/schemeNames.ts'
import { describeAnswer } from '../../../../contract/scheme/topics.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { FormContext } from '../../scheme/fields/FormContext.ts'
import { AnswerForm } from '../../scheme/rulings/AnswerForm.tsx'
import '../../scheme/scheme.css'
import { type RulingAnswer, type Sandbox, withRuling } from './sandbox.ts'
import type { SandboxProps } from './SandboxProps.ts'

interface Props extends SandboxProps {
  readonly onClose: () => void
}

/** Tries another answer to a ruling (口径): which ruling, the answer in force, and another answer in the form of its topic. */
export function TryRuling({ now, ...rest }: Props) {
  const scheme = useAnswer('GET /api/schemes/:version', { params: { version: now.scheme.version } })
  return (
    <Answered of={scheme} waiting={null}>
      {({ document }) => <RulingModal document={document as SchemeDocument} {...rest} />}
    </Answered>
  )
}

interface ModalProps {
  readonly document: SchemeDocument
  readonly sandbox: Sandbox
  readonly onChange: (next: Sandbox) => void
  readonly onClose: () => void
}

function RulingModal({ document, sandbox, onChange, onClose }: ModalProps) {
  const names = useMemo(() => indexNames(document), [document])
  const rulings = document.rulings.filter(({ topic }) => topic !== 'note')
  const [chosen, setChosen] = useState<string>()
  const [answer, setAnswer] = useState<unknown>()
  const ruling = rulings.find(({ id }) => id === chosen)
  const told = describe(ruling, answer, names)
  const isSame = JSON.stringify(answer) === JSON.stringify(ruling?.answer)

  function choose(id: string) {
    setChosen(id)
    const tried = sandbox.rulings.find(one => one.ruling === id)
    setAnswer(tried?.answer ?? rulings.find(one => one.id === id)?.answer)
  }

  function take() {
    if (ruling === undefined) return
    onChange(withRuling(sandbox, ruling.id, isSame ? undefined : { answer: answer as RulingAnswer, told }))
    onClose()
  }

  return (
    <Modal
      open
      title="试算时换一条口径的答案"
      okText="试算"
      cancelText="取消"
      okButtonProps={{
        disabled: told === '' || (isSame && !sandbox.rulings.some(one => one.ruling === chosen)),
      }}
      onOk={take}
      onCancel={onClose}
      width={640}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="口径" htmlFor="try-ruling" required>
          <Select
            id="try-ruling"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择一条口径"
            value={chosen}
            onChange={choose}
            options={rulings.map(({ id, question }) => ({ value: id, label: `${id} ${question}` }))}
          />
        </Form.Item>
      </Form>
      {ruling !== undefined && (
        <>
          <p>现在的答案：{ruling.text === '' ? '尚无答案' : ruling.text}</p>
          <FormContext value={{ document, faults: [], component: ruling.component }}>
            <AnswerForm
              key={ruling.id}
              topic={ruling.topic}
              value={answer}
              path={['rulings', ruling.id, 'answer']}
              onChange={setAnswer}
            />
          </FormContext>
          {!isSame && told !== '' && <p>试算的答案：{told}</p>}
        </>
      )}
    </Modal>
  )
}

/** Describes an answer; one that is still being filled in may have no description yet. */
function describe(ruling: RulingPart | undefined, answer: unknown, names: SchemeNames): string {
  try {
    return ruling === undefined || answer === undefined ? '' : describeAnswer(ruling.topic, answer, names)
  } catch {
    return ''
  }
}
