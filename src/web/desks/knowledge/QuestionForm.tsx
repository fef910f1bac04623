import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  JUDGE_OPTIONS,
  letterOf,
  type QuestionKind,
  questionKinds,
} from '../../../domain/campaign/exam/question.ts'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { BankQuestion } from './knowledgeTypes.ts'

const KINDS = Object.entries(questionKinds).map(([value, label]) => ({ value: value as QuestionKind, label }))
const EMPTY = {
  kind: 'single' as QuestionKind,
  topic: '',
  stem: '',
  options: ['', '', '', ''],
  answer: [] as readonly number[],
}

/** 增加或修改试题; the answer of a question in use is corrected from the test, where all that would change is told. */
export function QuestionForm({
  of,
  onClose,
}: {
  readonly of: BankQuestion | undefined
  readonly onClose: () => void
}) {
  const [body, setBody] = useState(of ?? EMPTY)
  const add = useAct('POST /api/questions', { done: '试题已增加' })
  const edit = useAct('PUT /api/questions/:question', { done: '试题已修改' })
  const { kind, topic, stem, answer } = body
  const options = kind === 'judge' ? JUDGE_OPTIONS : body.options
  const submit = async () => {
    const rest = {
      kind,
      topic: topic.trim(),
      stem: stem.trim(),
      options: options.map(option => option.trim()),
    }
    const done =
      of === undefined
        ? await add.run({ body: { ...rest, answer: [...answer] } })
        : await edit.run({
            params: { question: of.id },
            body: { ...rest, revision: of.revision, reason: '' },
          })
    if (done !== undefined) onClose()
  }
  const setOption = (at: number, text: string) =>
    setBody({ ...body, options: body.options.map((option, place) => (place === at ? text : option)) })
  const mark = (at: number, isRight: boolean) => {
    const others = kind === 'multiple' ? answer.filter(one => one !== at) : []
    setBody({ ...body, answer: isRight ? [...others, at].toSorted((one, other) => one - other) : others })
  }
  const isReady =
    topic.trim() !== '' &&
    stem.trim() !== '' &&
    options.every(option => option.trim() !== '') &&
    answer.length > 0
  return (
    <Modal
      open
      width={640}
      title={of === undefined ? '增加试题' : '修改试题'}
      okText="保存"
      cancelText="取消"
      confirmLoading={add.busy || edit.busy}
      okButtonProps={{ disabled: !isReady, title: isReady ? '' : '请填写主题、题干和各选项，并勾选答案' }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <RefusedNotice error={add.refused ?? edit.refused} />
      <Form layout="vertical" component="div">
        <div className="knowledge-fields">
          <Form.Item label="题型" htmlFor="question-kind">
            <Select
              id="question-kind"
              value={kind}
              options={KINDS}
              disabled={of !== undefined}
              onChange={value => setBody({ ...body, kind: value, answer: [] })}
            />
          </Form.Item>
          <Form.Item label="主题" htmlFor="question-topic">
            <Input
              id="question-topic"
              value={topic}
              maxLength={50}
              onChange={event => setBody({ ...body, topic: event.target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item label="题干" htmlFor="question-stem">
          <Input.TextArea
            id="question-stem"
            rows={3}
            value={stem}
            maxLength={1000}
            onChange={event => setBody({ ...body, stem: event.target.value })}
          />
        </Form.Item>
        <fieldset className="question-options">
          <legend>选项，勾选答案</legend>
          {options.map((option, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- an option is its place
            <div key={at} className="option-line">
              <Checkbox
                aria-label={`${letterOf(at)}是答案`}
                checked={answer.includes(at)}
                disabled={of !== undefined}
                onChange={event => mark(at, event.target.checked)}
              />
              <span>{kind === 'judge' ? '' : `${letterOf(at)}.`}</span>
              <Input
                aria-label={`选项${letterOf(at)}`}
                value={option}
                maxLength={300}
                disabled={kind === 'judge'}
                onChange={event => setOption(at, event.target.value)}
              />
            </div>
          ))}
          {kind !== 'judge' && of === undefined && (
            <>
              <Button
                size="small"
                disabled={options.length >= 8}
                onClick={() => setBody({ ...body, options: [...body.options, ''] })}
              >
                增加选项
              </Button>{' '}
              <Button
                size="small"
                disabled={options.length <= 2}
                onClick={() =>
                  setBody({
                    ...body,
                    options: body.options.slice(0, -1),
                    answer: answer.filter(one => one < body.options.length - 1),
                  })
                }
              >
                减少选项
              </Button>
            </>
          )}
          {of !== undefined && (
            <p className="soft">答案在测试的试题统计里更正：先看哪些成绩会变，再重新判分。</p>
          )}
        </fieldset>
      </Form>
    </Modal>
  )
}
