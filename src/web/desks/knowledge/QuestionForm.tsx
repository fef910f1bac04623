import { Button, Checkbox, Input } from 'antd'
import { questionFields } from '../../../contract/knowledge/knowledgeFields.ts'
import { choiceField } from '../../../contract/shape/field.ts'
import {
  JUDGE_OPTIONS,
  letterOf,
  type QuestionKind,
  questionKinds,
} from '../../../domain/campaign/exam/question.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import type { BankQuestion } from './knowledgeTypes.ts'

const KINDS = Object.entries(questionKinds).map(([value, label]) => ({ value: value as QuestionKind, label }))

interface Props {
  readonly of: BankQuestion | undefined
  readonly onClose: () => void
}

interface Marked {
  readonly kind: QuestionKind
  readonly options: readonly string[]
  readonly answer: readonly number[]
}

const nothing: Marked = { kind: 'single', options: ['', '', '', ''], answer: [] }

/** Adds or edits a question. The answer of a question in use is corrected from the test, which shows all that would change. */
export function QuestionForm({ of, onClose }: Props) {
  const add = useAct('POST /api/questions', { done: '试题已增加' })
  const edit = useAct('PUT /api/questions/:question', { done: '试题已修改' })
  const fields = {
    kind: choiceField('题型', { look: 'search', options: KINDS, fixed: of !== undefined }),
    ...questionFields,
    marked: ownField<Marked>({
      start: of ?? nothing,
      wrong: ({ kind, options, answer }) =>
        answer.length > 0 && (kind === 'judge' || options.every(option => option.trim() !== ''))
          ? undefined
          : '请填写各选项，并勾选答案。',
      show: ({ value, onChange }) => (
        <MarkedOptions value={value} isNew={of === undefined} onChange={onChange} />
      ),
    }),
  }
  const form = useForm(fields, {
    start: { kind: 'single', ...of },
    acts: [add, edit],
    send: async ({ kind, topic, stem, marked }) => {
      const options = (kind === 'judge' ? JUDGE_OPTIONS : marked.options).map(option => option.trim())
      const body = { kind, topic, stem, options }
      return of === undefined
        ? await add.run({ body: { ...body, answer: [...marked.answer] } })
        : await edit.run({
            params: { question: of.id },
            body: { ...body, revision: of.revision, reason: '' },
          })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      width={640}
      title={of === undefined ? '增加试题' : '修改试题'}
      confirm="保存"
      waits={form.isComplete ? false : '请填写主题、题干和各选项，并勾选答案'}
      onClose={onClose}
    >
      <FormFields
        of={{
          ...form,
          change: ({ kind, ...part }) =>
            form.change(
              kind === undefined || kind === ''
                ? part
                : { kind, marked: { ...form.values.marked, kind, answer: [] } },
            ),
        }}
        only={['kind', 'topic']}
        className="knowledge-fields side-by-side"
      />
      <FormFields of={form} only={['stem', 'marked']} />
    </FormModal>
  )
}

interface MarkedProps {
  readonly value: Marked
  readonly isNew: boolean
  readonly onChange: (value: Marked) => void
}

function MarkedOptions({ value, isNew, onChange }: MarkedProps) {
  const { kind, answer } = value
  const options = kind === 'judge' ? JUDGE_OPTIONS : value.options
  const mark = (at: number, isRight: boolean) => {
    const others = kind === 'multiple' ? answer.filter(one => one !== at) : []
    onChange({ ...value, answer: isRight ? [...others, at].toSorted((one, other) => one - other) : others })
  }
  return (
    <fieldset className="question-options">
      <legend>选项，勾选答案</legend>
      {options.map((option, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an option is its place
        <div key={at} className="option-line">
          <Checkbox
            aria-label={`${letterOf(at)}是答案`}
            checked={answer.includes(at)}
            disabled={!isNew}
            onChange={event => mark(at, event.target.checked)}
          />
          <span>{kind === 'judge' ? '' : `${letterOf(at)}.`}</span>
          <Input
            aria-label={`选项${letterOf(at)}`}
            value={option}
            maxLength={300}
            disabled={kind === 'judge'}
            onChange={event => onChange({ ...value, options: options.with(at, event.target.value) })}
          />
        </div>
      ))}
      {kind !== 'judge' && isNew && (
        <>
          <Button
            size="small"
            disabled={options.length >= 8}
            onClick={() => onChange({ ...value, options: [...options, ''] })}
          >
            增加选项
          </Button>{' '}
          <Button
            size="small"
            disabled={options.length <= 2}
            onClick={() =>
              onChange({
                ...value,
                options: options.slice(0, -1),
                answer: answer.filter(one => one < options.length - 1),
              })
            }
          >
            减少选项
          </Button>
        </>
      )}
      {!isNew && <p className="soft">答案在测试的试题统计里更正：先看哪些成绩会变，再重新判分。</p>}
    </fieldset>
  )
}
