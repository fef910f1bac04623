import { Checkbox } from 'antd'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { CommentList } from './CommentList.tsx'
import { cleanLines } from './editContent.ts'
import type { Paragraph, ReportComment, Terms } from './reportTypes.ts'

/** What a writer does with a paragraph. */
export type ParagraphAct =
  | { readonly do: 'change'; readonly part: Partial<Paragraph> }
  | { readonly do: 'split'; readonly at: number }
  | { readonly do: 'paste'; readonly range: readonly [number, number]; readonly lines: readonly string[] }
  | { readonly do: 'move'; readonly by: -1 | 1 }
  | { readonly do: 'join' | 'remove' }

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
  /** The same at every render, so that only the paragraph that is typed in is drawn anew. */
  readonly onAct: (id: string, act: ParagraphAct) => void
}

/** Edits a paragraph: Enter cuts it in two, Backspace at its beginning joins it to the one before, several pasted lines become paragraphs. */
export const ParagraphEditor = memo(function ParagraphEditor(props: Props) {
  const { of, label, placeholder, terms, comments, cursor, isFirst, isLast, onAct } = props
  const act = (what: ParagraphAct): void => onAct(of.id, what)
  const area = useRef<HTMLTextAreaElement>(null)
  useHeightOfText(area, of.text)
  useEffect(() => {
    if (cursor === undefined) return
    area.current?.focus()
    area.current?.setSelectionRange(cursor, cursor)
  }, [cursor])

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // An Enter that ends the spelling of a character is none of a new paragraph.
    if (event.nativeEvent.isComposing || event.shiftKey || event.ctrlKey) return
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    if (event.key === 'Enter') {
      event.preventDefault()
      act({ do: 'split', at: from })
    } else if (event.key === 'Backspace' && from === 0 && to === 0 && !isFirst) {
      event.preventDefault()
      act({ do: 'join' })
    }
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const lines = cleanLines(event.clipboardData.getData('text/plain'))
    if (lines.length === 0) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    act({ do: 'paste', range: [selectionStart, selectionEnd], lines })
  }

  return (
    <li className="report-paragraph">
      <textarea
        ref={area}
        aria-label={label}
        placeholder={placeholder}
        value={of.text}
        rows={1}
        onChange={event => act({ do: 'change', part: { text: event.target.value } })}
        onKeyDown={press}
        onPaste={paste}
      />
      <div className="report-paragraph-tools">
        {terms.areas.length > 0 && <Areas of={of} label={label} terms={terms} onAct={act} />}
        <span className="report-paragraph-acts">
          <Tool label={`上移${label}`} off={isFirst} onClick={() => act({ do: 'move', by: -1 })}>
            上移
          </Tool>
          <Tool label={`下移${label}`} off={isLast} onClick={() => act({ do: 'move', by: 1 })}>
            下移
          </Tool>
          <Tool
            label={`删除${label}`}
            off={isFirst && isLast && of.text === ''}
            onClick={() => act({ do: 'remove' })}
          >
            删除
          </Tool>
        </span>
      </div>
      <CommentList of={comments} />
    </li>
  )
})

/** Makes a box as high as its text, where the style sheet cannot. */
function useHeightOfText(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const box = area.current
    if (box === null || CSS.supports('field-sizing', 'content')) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  }, [area, text])
}

interface ToolProps {
  readonly label: string
  readonly off: boolean
  readonly children: string
  readonly onClick: () => void
}

function Tool({ label, off, children, onClick }: ToolProps) {
  return (
    <button type="button" aria-label={label} disabled={off} onClick={onClick}>
      {children}
    </button>
  )
}

interface AreasProps extends Pick<Props, 'of' | 'label' | 'terms'> {
  readonly onAct: (act: ParagraphAct) => void
}

/** Chooses the content areas that a paragraph answers. (二) */
function Areas({ of, label, terms, onAct }: AreasProps) {
  const [open, setOpen] = useState(false)
  const chosen = terms.areas.filter(({ id }) => of.areas.includes(id)).map(({ name }) => name)
  const said = chosen.join('、') || '未选'
  return (
    <details className="entry-more" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${label}对应内容：${said}`}>对应内容：{said}</summary>
      {open && (
        <Checkbox.Group
          className="report-areas"
          value={[...of.areas]}
          options={terms.areas.map(({ id, name, citation }) => ({
            value: id,
            label: `${name}（${citation}）`,
          }))}
          onChange={areas => onAct({ do: 'change', part: { areas } })}
        />
      )}
    </details>
  )
}
