import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { cleanLines } from './editContent.ts'
import type { Paragraph, ReportComment, Terms } from './reportTypes.ts'
import { CommentList } from './CommentList.tsx'

interface Props {
  readonly of: Paragraph
  readonly label: string
  readonly placeholder: string
  readonly terms: Terms
  readonly comments: readonly ReportComment[]
  /** Where the cursor is to be put, once. */
  readonly cursor: number | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (part: Partial<Paragraph>) => void
  readonly onSplit: (at: number) => void
  readonly onJoin: () => void
  readonly onPaste: (range: readonly [number, number], lines: readonly string[]) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** Edits a paragraph: Enter cuts it in two, Backspace at its beginning joins it to the one before, several pasted lines become paragraphs. */
export function ParagraphEditor(props: Props) {
  const { of, label, placeholder, terms, comments, cursor, isFirst, isLast } = props
  const area = useRef<TextAreaRef>(null)
  useEffect(() => {
    const element = area.current?.resizableTextArea?.textArea
    if (cursor === undefined || element === undefined) return
    element.focus()
    element.setSelectionRange(cursor, cursor)
  }, [cursor])

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // An Enter that ends the spelling of a character is none of a new paragraph.
    if (event.nativeEvent.isComposing || event.shiftKey || event.ctrlKey) return
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    if (event.key === 'Enter') {
      event.preventDefault()
      props.onSplit(from)
    } else if (event.key === 'Backspace' && from === 0 && to === 0 && !isFirst) {
      event.preventDefault()
      props.onJoin()
    }
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const lines = cleanLines(event.clipboardData.getData('text/plain'))
    if (lines.length === 0) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    props.onPaste([selectionStart, selectionEnd], lines)
  }

  return (
    <li className="report-paragraph">
      <Input.TextArea
        ref={area}
        aria-label={label}
        placeholder={placeholder}
        value={of.text}
        autoSize={{ minRows: 1 }}
        onChange={event => props.onChange({ text: event.target.value })}
        onKeyDown={press}
        onPaste={paste}
      />
      <div className="report-paragraph-tools">
        {terms.areas.length > 0 && <Areas of={of} label={label} terms={terms} onChange={props.onChange} />}
        <span className="report-paragraph-acts">
          <Act
            label={`上移${label}`}
            icon={<ArrowUpOutlined />}
            off={isFirst}
            onClick={() => props.onMove(-1)}
          />
          <Act
            label={`下移${label}`}
            icon={<ArrowDownOutlined />}
            off={isLast}
            onClick={() => props.onMove(1)}
          />
          <Act
            label={`删除${label}`}
            icon={<DeleteOutlined />}
            off={isFirst && isLast && of.text === ''}
            onClick={props.onRemove}
          />
        </span>
      </div>
      <CommentList of={comments} />
    </li>
  )
}

function Act(props: {
  readonly label: string
  readonly icon: React.ReactNode
  readonly off: boolean
  readonly onClick: () => void
}) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={props.label}
      title={props.label}
      icon={props.icon}
      disabled={props.off}
      onClick={props.onClick}
    />
  )
}

/** Chooses the content areas that a paragraph answers. (二) */
function Areas({ of, label, terms, onChange }: Pick<Props, 'of' | 'label' | 'terms' | 'onChange'>) {
  const chosen = terms.areas.filter(({ id }) => of.areas.includes(id)).map(({ name }) => name)
  return (
    <details className="entry-more">
      <summary aria-label={`${label}对应的内容：${chosen.join('、') || '未选'}`}>
        对应内容：{chosen.join('、') || '未选'}
      </summary>
      <Checkbox.Group
        className="report-areas"
        value={[...of.areas]}
        options={terms.areas.map(({ id, name, citation }) => ({
          value: id,
          label: `${name}（${citation}）`,
        }))}
        onChange={areas => onChange({ areas })}
      />
    </details>
  )
}
