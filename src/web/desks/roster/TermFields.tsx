import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { DayField } from '../../kit/DayField.tsx'
import { EMPTY_TERM, type TermDraft } from './unitDraft.ts'

interface Props {
  readonly terms: readonly TermDraft[]
  readonly posts: readonly string[]
  readonly missing: Readonly<Record<string, string>>
  readonly onChange: (terms: readonly TermDraft[]) => void
}

const TEXTS = [
  { key: 'name', label: '姓名', hint: '' },
  { key: 'post', label: '职务', hint: '' },
  { key: 'rank', label: '排序', hint: '副职填' },
  { key: 'person', label: '人员编号', hint: '有同名的才填' },
] as const

/** Edits the terms of office, one line per term with its dates. */
export function TermFields({ terms, posts, missing, onChange }: Props) {
  const id = useId()
  const set = (at: number, part: Partial<TermDraft>) =>
    onChange(terms.map((term, index) => (index === at ? { ...term, ...part } : term)))
  return (
    <div className="term-fields">
      {terms.map((term, at) => (
        <fieldset key={at} className="term-field" aria-label={`任职${at + 1}`}>
          {TEXTS.map(({ key, label, hint }) => {
            const said = missing[`${at}.${key}`]
            return (
              <label key={key} className={`term-${key}`}>
                <span>{label}</span>
                <Input
                  value={term[key]}
                  placeholder={hint}
                  maxLength={100}
                  autoComplete="off"
                  status={said === undefined ? '' : 'error'}
                  list={key === 'post' ? `${id}-posts` : undefined}
                  onChange={event => set(at, { [key]: event.target.value })}
                />
                {said !== undefined && <em role="alert">{said}</em>}
              </label>
            )
          })}
          <label className="term-day">
            <span>任职起始日</span>
            <DayField id={`${id}-${at}-from`} value={term.from} onChange={from => set(at, { from })} />
          </label>
          <label className="term-day">
            <span>任职终止日</span>
            <DayField id={`${id}-${at}-to`} value={term.to} onChange={to => set(at, { to })} />
          </label>
          <Button
            className="term-remove"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`删去${term.name === '' ? `任职${at + 1}` : `${term.name}的任职`}`}
            onClick={() => onChange(terms.filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
      <datalist id={`${id}-posts`}>
        {posts.map(post => (
          <option key={post} value={post} />
        ))}
      </datalist>
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...terms, { ...EMPTY_TERM, post: posts[0] ?? '' }])}
      >
        增加任职
      </Button>
    </div>
  )
}
