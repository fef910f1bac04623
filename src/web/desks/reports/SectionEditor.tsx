import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { countWords } from '../../../domain/campaign/report/countWords.ts'
import {
  changeParagraph,
  changeSection,
  joinParagraph,
  moveParagraph,
  newParagraph,
  pasteLines,
  removeParagraph,
  splitParagraph,
} from './editContent.ts'
import { ParagraphEditor } from './ParagraphEditor.tsx'
import { meaningHints } from './meaningHints.ts'
import type { Paragraph, ReportComment, ReportContent, Terms } from './reportTypes.ts'

interface Props {
  readonly section: Terms['sections'][number]
  readonly terms: Terms
  readonly content: ReportContent
  readonly comments: readonly ReportComment[]
  readonly onChange: (content: ReportContent) => void
}

/** Edits a part of the report, paragraph by paragraph. */
export function SectionEditor({ section, terms, content, comments, onChange }: Props) {
  const [cursor, setCursor] = useState<{ readonly id: string; readonly at: number }>()
  const paragraphs = content.sections.find(one => one.section === section.id)?.paragraphs ?? []
  const words = paragraphs.reduce((sum, { text }) => sum + countWords(text), 0)
  const change = (make: (now: readonly Paragraph[]) => readonly Paragraph[]): void =>
    onChange(changeSection(content, section.id, make))

  function add() {
    const next = newParagraph()
    change(now => [...now, next])
    setCursor({ id: next.id, at: 0 })
  }

  function split(id: string, at: number) {
    const next = newParagraph()
    change(now => splitParagraph(now, id, at, next))
    setCursor({ id: next.id, at: 0 })
  }

  function join(id: string) {
    const before = paragraphs[paragraphs.findIndex(one => one.id === id) - 1]
    change(now => joinParagraph(now, id))
    if (before !== undefined) setCursor({ id: before.id, at: before.text.length })
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
            comments={comments.filter(({ paragraph }) => paragraph === one.id)}
            cursor={cursor?.id === one.id ? cursor.at : undefined}
            isFirst={nth === 0}
            isLast={nth === paragraphs.length - 1}
            onChange={part => change(now => changeParagraph(now, one.id, part))}
            onSplit={at => split(one.id, at)}
            onJoin={() => join(one.id)}
            onPaste={(range, lines) => change(now => pasteLines(now, one.id, range, lines))}
            onMove={by => change(now => moveParagraph(now, one.id, by))}
            onRemove={() => change(now => removeParagraph(now, one.id))}
          />
        ))}
      </ol>
      <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={add}>
        加一段
      </Button>
    </section>
  )
}
