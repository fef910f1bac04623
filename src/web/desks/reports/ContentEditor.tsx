import { useCallback, useRef } from 'react'
import { changeSection } from './editContent.ts'
import { ProblemsEditor } from './ProblemsEditor.tsx'
import type { Paragraph, ReportComment, ReportContent, Terms } from './reportTypes.ts'
import { SectionEditor } from './SectionEditor.tsx'
import { TitleField } from './TitleField.tsx'

interface Props {
  readonly terms: Terms
  readonly content: ReportContent
  readonly comments: readonly ReportComment[]
  readonly today: string
  readonly onChange: (content: ReportContent) => void
}

/** Edits the whole text: title, the parts of the scheme, and the list of problems. */
export function ContentEditor({ terms, content, comments, today, onChange }: Props) {
  const latest = useRef({ content, onChange })
  latest.current = { content, onChange }
  const change = useCallback((section: string, paragraphs: readonly Paragraph[]) => {
    const now = latest.current
    now.onChange(changeSection(now.content, section, paragraphs))
  }, [])
  return (
    <>
      <TitleField content={content} onChange={onChange} />
      {terms.sections.map(section => (
        <SectionEditor
          key={section.id}
          section={section}
          terms={terms}
          paragraphs={content.sections.find(one => one.section === section.id)?.paragraphs ?? []}
          comments={comments}
          onChange={change}
        />
      ))}
      <ProblemsEditor
        of={content.problems}
        today={today}
        onChange={problems => onChange({ ...content, problems })}
      />
    </>
  )
}
