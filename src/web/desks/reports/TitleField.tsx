import { Input } from 'antd'
import type { ReportContent } from './reportTypes.ts'

interface Props {
  readonly content: ReportContent
  readonly onChange: (content: ReportContent) => void
}

/** Edits the title of a report; it counts as text. */
export function TitleField({ content, onChange }: Props) {
  return (
    <label className="report-title">
      题目
      <Input
        value={content.title}
        maxLength={500}
        onChange={event => onChange({ ...content, title: event.target.value })}
      />
    </label>
  )
}
