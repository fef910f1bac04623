import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { countWords } from '../../../domain/campaign/report/countWords.ts'
import {
  changeParagraph,
  joinParagraph,
  moveParagraph,
  newParagraph,
  pasteLines,
  removeParagraph,
  splitParagraph,
} from './editContent.ts'
import { type ParagraphAct, ParagraphEditor } from './ParagraphEditor.tsx'
import type { Paragraph, ReportComment, Terms } from './reportTypes.ts'

interface Props {
  readonly section: Terms['sections'][number]
  readonly terms: Terms
  readonly paragraphs: readonly Paragraph[]
  readonly comments: readonly ReportComment[]
  /** The same at every render. */
  readonly onChange: (section: string, paragraphs: readonly Paragraph[]) => void
}

/** No comment: always the same list, so that a paragraph without any is not drawn anew. */
const NONE: readonly ReportComment[] = []

/** Edits a part of the report, paragraph by paragraph. */
export const SectionEditor = memo(function SectionEditor(props: Props) {
  const { section, terms, paragraphs, comments, onChange } = props
  const [cursor, setCursor] = useState<{ readonly id: string; readonly at: number }>()
  const words = useMemo(() => paragraphs.reduce((sum, { text }) => sum + countWords(text), 0), [paragraphs])
  const byParagraph = useMemo(() => commentsByParagraph(comments), [comments])
  const latest = useRef(paragraphs)
  latest.current = paragraphs
  const change = useCallback(
    (next: readonly Paragraph[]) => {
      latest.current = next
      onChange(section.id, next)
    },
    [onChange, section.id],
  )

  const act = useCallback(
    (id: string, what: ParagraphAct) => {
      const now = latest.current
      switch (what.do) {
        case 'change':
          return change(changeParagraph(now, id, what.part))
        case 'split': {
          const next = newParagraph()
          setCursor({ id: next.id, at: 0 })
          return change(splitParagraph(now, id, what.at, next))
        }
        case 'join': {
          const before = now[now.findIndex(one => one.id === id) - 1]
          if (before !== undefined) setCursor({ id: before.id, at: before.text.length })
          return change(joinParagraph(now, id))
        }
        case 'paste':
          return change(pasteLines(now, id, what.range, what.lines))
        case 'move':
          return change(moveParagraph(now, id, what.by))
        case 'remove':
          return change(removeParagraph(now, id))
      }
    },
    [change],
  )

  function add() {
    const next = newParagraph()
    change([...latest.current, next])
    setCursor({ id: next.id, at: 0 })
  }

  return (
    <section className="report-section" id={`part-${section.id}`} aria-label={section.name}>
      <h2>
        {section.name}
        <small className="soft">{words}字</small>
      </h2>
      <p className="small-soft-line">{meaningHints[section.meaning]}</p>
      <ol className="bare">
        {paragraphs.map((one, nth) => (
          <ParagraphEditor
            key={one.id}
            of={one}
            label={`${section.name}第${nth + 1}段`}
            placeholder={paragraphs.length === 1 ? '在这里写，或从 Word 粘贴；回车另起一段' : ''}
            terms={terms}
            comments={byParagraph.get(one.id) ?? NONE}
            cursor={cursor?.id === one.id ? cursor.at : undefined}
            isFirst={nth === 0}
            isLast={nth === paragraphs.length - 1}
            onAct={act}
          />
        ))}
      </ol>
      <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={add}>
        加一段
      </Button>
    </section>
  )
})

function commentsByParagraph(
  comments: readonly ReportComment[],
): ReadonlyMap<string, readonly ReportComment[]> {
  const found = new Map<string, readonly ReportComment[]>()
  for (const one of comments)
    if (one.paragraph !== undefined) found.set(one.paragraph, [...(found.get(one.paragraph) ?? []), one])
  return found
}

/** What belongs in a part, by its meaning. (六（二）) */
const meaningHints: { readonly [M in Terms['sections'][number]['meaning']]: string } = {
  results: '写本人作为第一责任人抓了什么、抓成了什么；不写成单位工作总结，也不写成班子述职。',
  practice: '写最有特色、别处可学的一两项做法：怎样做、成效如何。',
  problems: '一项一项写本人抓党建的问题，每项写明原因，从本人身上找。',
  nextSteps: '针对上面的问题逐项写怎样改、何时改到什么程度；具体措施和时限填进下面的问题清单。',
  lastYear: '对照上年度的问题清单，逐项写改了没有、改到什么程度，没有改完的写明原因。',
}
