import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { DayField } from '../../kit/DayField.tsx'
import type { Problem } from './reportTypes.ts'
import { textLimit } from '../../kit/form/textLimit.tsx'

interface Props {
  readonly of: readonly Problem[]
  readonly today: string
  readonly onChange: (problems: Problem[]) => void
}

const TEXTS = [
  ['problem', '问题'],
  ['cause', '原因'],
  ['remedy', '整改措施'],
] as const

/** Edits the list of problems: each with its cause, remedy and date. It does not count as text of the report. (六（二）) */
export function ProblemsEditor({ of, today, onChange }: Props) {
  const id = useId()
  const change = (at: number, part: Partial<Problem>): void =>
    onChange(of.map((one, nth) => (nth === at ? { ...one, ...part } : one)))
  return (
    <section className="report-section" id="part-problem-list" aria-label="问题清单">
      <h2>
        问题清单<small className="soft">{of.length}项，不计入字数</small>
      </h2>
      <p className="small-soft-line">一项一行，写明整改措施和完成时限；以后的整改从这张清单做起。</p>
      <ol className="report-problems bare">
        {of.map((one, nth) => (
          <li key={nth}>
            <strong className="report-problem-nth">第{nth + 1}项</strong>
            {TEXTS.map(([part, label]) => (
              <div key={part}>
                <label htmlFor={`${id}-${nth}-${part}`}>{label}</label>
                <Input.TextArea
                  id={`${id}-${nth}-${part}`}
                  value={one[part]}
                  {...textLimit(2000)}
                  autoSize={{ minRows: 1 }}
                  onChange={event => change(nth, { [part]: event.target.value })}
                />
              </div>
            ))}
            <div>
              <label htmlFor={`${id}-${nth}-due`}>完成时限</label>
              <DayField
                id={`${id}-${nth}-due`}
                value={one.due ?? ''}
                around={today}
                onChange={day => change(nth, { due: day === '' ? undefined : day })}
              />
            </div>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`删除第${nth + 1}项问题`}
              onClick={() => onChange(of.filter((_, other) => other !== nth))}
            />
          </li>
        ))}
      </ol>
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        disabled={of.length >= 200}
        onClick={() => onChange([...of, { problem: '', cause: '', remedy: '' }])}
      >
        加一项问题
      </Button>
    </section>
  )
}
